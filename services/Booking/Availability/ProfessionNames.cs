using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>The glossary's names of professions.</summary>
internal static class ProfessionNames
{
    public static string Ja(Profession profession) => Names(profession).Ja;

    public static string En(Profession profession) => Names(profession).En;

    private static (string Ja, string En) Names(Profession profession) => profession switch
    {
        Profession.PhysicianSurgery => ("医師（手術）", "surgeon"),
        Profession.PhysicianMedonc => ("医師（薬物療法）", "medical oncologist"),
        Profession.PhysicianRadonc => ("医師（放射線治療）", "radiation oncologist"),
        Profession.PhysicianDiagrad => ("医師（放射線診断）", "diagnostic radiologist"),
        Profession.Pathologist => ("病理医", "pathologist"),
        Profession.PhysicianPalliative => ("緩和ケア担当医師", "palliative care physician"),
        Profession.Dentist => ("歯科医師", "dentist"),
        Profession.Nurse => ("看護師", "nurse"),
        Profession.Pharmacist => ("薬剤師", "pharmacist"),
        Profession.RadiologyTechnologist => ("診療放射線技師", "radiological technologist"),
        Profession.LabTechnologist => ("臨床検査技師", "clinical laboratory technologist"),
        Profession.SocialWorker => ("医療ソーシャルワーカー・相談員", "medical social worker"),
        Profession.Registrar => ("がん登録実務者", "cancer registrar"),
        Profession.Gp => ("かかりつけ医", "family physician"),
        Profession.Clerk => ("事務職員", "clerical staff"),
        _ => throw new ArgumentOutOfRangeException(nameof(profession), profession, "The profession has no name."),
    };
}

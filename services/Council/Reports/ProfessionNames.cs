using Conference.Contracts.Requests;

namespace Conference.Council.Reports;

/// <summary>The glossary's Japanese names of professions.</summary>
internal static class ProfessionNames
{
    public static string Of(Profession profession) => profession switch
    {
        Profession.PhysicianSurgery => "医師（手術）",
        Profession.PhysicianMedonc => "医師（薬物療法）",
        Profession.PhysicianRadonc => "医師（放射線治療）",
        Profession.PhysicianDiagrad => "医師（放射線診断）",
        Profession.Pathologist => "病理医",
        Profession.PhysicianPalliative => "緩和ケア担当医師",
        Profession.Dentist => "歯科医師",
        Profession.Nurse => "看護師",
        Profession.Pharmacist => "薬剤師",
        Profession.RadiologyTechnologist => "診療放射線技師",
        Profession.LabTechnologist => "臨床検査技師",
        Profession.SocialWorker => "医療ソーシャルワーカー・相談員",
        Profession.Registrar => "がん登録実務者",
        Profession.Gp => "かかりつけ医",
        Profession.Clerk => "事務職員",
        _ => throw new ArgumentOutOfRangeException(nameof(profession), profession, "The profession has no name."),
    };
}

using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>Professions (glossary: profession).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Profession>))]
public enum Profession
{
    /// <summary>医師(手術).</summary>
    PhysicianSurgery,

    /// <summary>医師(薬物療法).</summary>
    PhysicianMedonc,

    /// <summary>医師(放射線治療).</summary>
    PhysicianRadonc,

    /// <summary>医師(放射線診断).</summary>
    PhysicianDiagrad,

    /// <summary>病理医.</summary>
    Pathologist,

    /// <summary>緩和ケア担当医師.</summary>
    PhysicianPalliative,

    /// <summary>歯科医師.</summary>
    Dentist,

    /// <summary>看護師.</summary>
    Nurse,

    /// <summary>薬剤師.</summary>
    Pharmacist,

    /// <summary>診療放射線技師.</summary>
    RadiologyTechnologist,

    /// <summary>臨床検査技師.</summary>
    LabTechnologist,

    /// <summary>医療ソーシャルワーカー・相談員.</summary>
    SocialWorker,

    /// <summary>がん登録実務者.</summary>
    Registrar,

    /// <summary>かかりつけ医 (outside).</summary>
    Gp,

    /// <summary>事務職員.</summary>
    Clerk,
}

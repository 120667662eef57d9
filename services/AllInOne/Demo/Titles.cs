using Conference.Contracts.Requests;

namespace Conference.AllInOne.Demo;

/// <summary>Titles such as hospitals give; none names a patient.</summary>
internal static class Titles
{
    public static string Of(ConferenceKind kind) => kind switch
    {
        ConferenceKind.JointCancerBoard => "合同キャンサーボード（膵・胆道）",
        ConferenceKind.MedicalConference => "メディカルカンファレンス（肺がん薬物療法）",
        ConferenceKind.Palliative => "緩和ケアカンファレンス（在宅移行）",
        ConferenceKind.ImagingPathology => "画像・病理カンファレンス（乳腺）",
        ConferenceKind.CancerBoard => "キャンサーボード（大腸）",
        ConferenceKind.OpenConference => "公開カンファレンス（免疫療法の副作用対策）",
        ConferenceKind.CrossOrgan => "骨転移カンファレンス",
        ConferenceKind.Training => "化学療法看護研修会",
        _ => "都道府県がん診療連携協議会 部会",
    };
}

namespace Conference.Contracts.Requests;

/// <summary>Names of the kinds, short enough for a calendar entry (glossary: conference_kind).</summary>
public static class ConferenceKindNames
{
    /// <summary>The kind's name in Japanese.</summary>
    public static string Ja(this ConferenceKind kind) => kind switch
    {
        ConferenceKind.MedicalConference => "メディカルカンファレンス",
        ConferenceKind.CancerBoard => "キャンサーボード",
        ConferenceKind.JointCancerBoard => "合同キャンサーボード",
        ConferenceKind.OpenConference => "公開カンファレンス",
        ConferenceKind.ImagingPathology => "画像・病理カンファレンス",
        ConferenceKind.Palliative => "緩和ケアカンファレンス",
        ConferenceKind.CrossOrgan => "骨転移・原発不明がん・希少がんカンファレンス",
        ConferenceKind.Ethics => "臨床倫理カンファレンス",
        ConferenceKind.Radiotherapy => "放射線治療カンファレンス",
        ConferenceKind.CouncilMeeting => "協議会・部会の会議",
        ConferenceKind.Training => "研修会",
        ConferenceKind.PeaceTraining => "緩和ケア研修会",
        ConferenceKind.PublicLecture => "市民公開講座",
        ConferenceKind.ConnectionTest => "接続テスト",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a name."),
    };
}

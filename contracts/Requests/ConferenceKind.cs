using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>Kinds of conference (glossary: conference_kind).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ConferenceKind>))]
public enum ConferenceKind
{
    /// <summary>メディカルカンファレンス: 実施要綱 3(2).</summary>
    MedicalConference,

    /// <summary>キャンサーボード.</summary>
    CancerBoard,

    /// <summary>合同キャンサーボード.</summary>
    JointCancerBoard,

    /// <summary>公開カンファレンス: 実施要綱 3(1).</summary>
    OpenConference,

    /// <summary>画像・病理カンファレンス.</summary>
    ImagingPathology,

    /// <summary>緩和ケアカンファレンス.</summary>
    Palliative,

    /// <summary>骨転移・原発不明がん・希少がんカンファレンス.</summary>
    CrossOrgan,

    /// <summary>臨床倫理カンファレンス.</summary>
    Ethics,

    /// <summary>放射線治療カンファレンス.</summary>
    Radiotherapy,

    /// <summary>協議会・部会の会議: no cases.</summary>
    CouncilMeeting,

    /// <summary>研修会.</summary>
    Training,

    /// <summary>緩和ケア研修会.</summary>
    PeaceTraining,

    /// <summary>市民公開講座.</summary>
    PublicLecture,

    /// <summary>接続テスト: a booking of its own.</summary>
    ConnectionTest,
}

using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>What a hospital does in a conference (glossary: role).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ParticipantRole>))]
public enum ParticipantRole
{
    /// <summary>主催施設.</summary>
    HostSite,

    /// <summary>司会・座長.</summary>
    Chair,

    /// <summary>症例提示者.</summary>
    Presenter,

    /// <summary>講師.</summary>
    Lecturer,

    /// <summary>コメンテーター.</summary>
    Discussant,

    /// <summary>聴講者: view only.</summary>
    Observer,
}

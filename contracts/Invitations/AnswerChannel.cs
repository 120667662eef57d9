using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>How an answer came.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AnswerChannel>))]
public enum AnswerChannel
{
    /// <summary>The signed link in the mail.</summary>
    Link,

    /// <summary>An iMIP REPLY of a calendar program.</summary>
    Calendar,

    /// <summary>A plain reply mail.</summary>
    PlainText,

    /// <summary>Entered by a coordinator for the hospital.</summary>
    OnBehalf,
}

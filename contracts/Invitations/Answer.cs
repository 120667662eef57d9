using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>A hospital's answer (glossary: status_participation).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Answer>))]
public enum Answer
{
    /// <summary>参加.</summary>
    Accepted,

    /// <summary>不参加.</summary>
    Declined,

    /// <summary>保留.</summary>
    Tentative,
}

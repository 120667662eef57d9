using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>How far a mail has come.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MailState>))]
public enum MailState
{
    /// <summary>Durably stored, not yet handed over.</summary>
    Queued,

    /// <summary>Accepted by the mail server, or written to the mail drop.</summary>
    Sent,

    /// <summary>The server refused it for good, or the linter did: see the remark.</summary>
    Refused,

    /// <summary>A newer mail of the same conference took its place before it was handed over.</summary>
    Superseded,

    /// <summary>It was sent, and came back: the contact never got it.</summary>
    Bounced,
}

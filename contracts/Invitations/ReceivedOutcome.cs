using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>What became of a mail that came.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ReceivedOutcome>))]
public enum ReceivedOutcome
{
    /// <summary>A person has to decide.</summary>
    Review,

    /// <summary>It took effect: an answer, a proposal, a bounce, a request for the invitation again.</summary>
    Taken,

    /// <summary>Understood and kept, but without effect: an answer to an older time, an absence notice.</summary>
    Noted,

    /// <summary>Not read: too large, or built to do harm.</summary>
    Refused,

    /// <summary>A person decided that it does not count.</summary>
    Dismissed,
}

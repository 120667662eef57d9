using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>What a mail is about.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MailKind>))]
public enum MailKind
{
    /// <summary>A conference is proposed, or its time or place changed: METHOD:REQUEST.</summary>
    Invitation,

    /// <summary>The proposed time stands: METHOD:REQUEST, same SEQUENCE, STATUS:CONFIRMED.</summary>
    Confirmation,

    /// <summary>The conference, or this hospital's part in it, is off: METHOD:CANCEL.</summary>
    Cancellation,

    /// <summary>Please answer.</summary>
    Chaser,

    /// <summary>The conference comes near.</summary>
    Reminder,

    /// <summary>Which of these times suit you? Nothing is fixed, so it has no calendar part.</summary>
    Poll,

    /// <summary>Please mark the times.</summary>
    PollChaser,

    /// <summary>The times that were asked about need not be kept free any more.</summary>
    PollEnd,

    /// <summary>A time that the hospital proposed is not taken: METHOD:DECLINECOUNTER.</summary>
    ProposalDeclined,

    /// <summary>Another contact, then the host's, is asked to pass on what a desk could not be told: a new time, an invitation, or that it is off.</summary>
    OldTimeHeld,
}

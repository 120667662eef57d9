using System.Linq.Expressions;
using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;

namespace Conference.Invitations.Ledger;

/// <summary>What the ledger needs to know of a mail that was queued before.</summary>
internal sealed record MailTrace
{
    public required Guid MailId { get; init; }

    public required string HospitalId { get; init; }

    public required Guid ContactId { get; init; }

    public required string Address { get; init; }

    public required string ContactName { get; init; }

    public required string Language { get; init; }

    public required MailKind Kind { get; init; }

    public required int Revision { get; init; }

    public required long Lead { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required MailState State { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset? SentAt { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether it may have left: it was tried, or is in hand.</summary>
    public required bool Tried { get; init; }

    /// <summary>A dispatcher has it in hand until then.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Whether it says when, or that it is off; reminders only repeat that.</summary>
    public bool IsAnnouncement => Kind is MailKind.Invitation or MailKind.Confirmation or MailKind.Cancellation;

    /// <summary>Whether the contact may know of it.</summary>
    public bool MayHaveLeft => State == MailState.Sent || (Tried && State != MailState.Refused);

    public static Expression<Func<Mail, MailTrace>> Projection { get; } = mail => new MailTrace
    {
        MailId = mail.MailId,
        HospitalId = mail.HospitalId,
        ContactId = mail.ContactId,
        Address = mail.Address,
        ContactName = mail.ContactName,
        Language = mail.Language,
        Kind = mail.Kind,
        Revision = mail.Revision,
        Lead = mail.Lead,
        Start = mail.Start,
        End = mail.End,
        State = mail.State,
        QueuedAt = mail.QueuedAt,
        SentAt = mail.SentAt,
        Error = mail.Error,
        ClaimedUntil = mail.ClaimedUntil,
        Tried = mail.Attempts > 0 || mail.ClaimedUntil != null,
    };
}

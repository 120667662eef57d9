namespace Conference.Contracts.Invitations;

/// <summary>One contact of the ledger: answer of <c>GET /api/conferences/{id}/invitations</c>.</summary>
public sealed record InvitationView
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Its name.</summary>
    public required string ContactName { get; init; }

    /// <summary>Its address.</summary>
    public required string Email { get; init; }

    /// <summary>Highest revision it was told.</summary>
    public required int Revision { get; init; }

    /// <summary>When the mail of that revision was handed over; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How far the mail of that revision has come: where it is not sent, this contact was never told.</summary>
    public MailState? State { get; init; }

    /// <summary>What the server said where it was refused or came back; for those only who may see contacts.</summary>
    public string? Error { get; init; }

    /// <summary>When the signed link was last accessed: by a reader, or by a mail gateway that looks where links lead.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The newest revision that the contact had been written about when its link was last accessed; null when it never was.</summary>
    public int? OpenedRevision { get; init; }

    /// <summary>Latest answer.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The revision it answered.</summary>
    public int? AnsweredRevision { get; init; }

    /// <summary>How it came.</summary>
    public AnswerChannel? Channel { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whom this contact has asked to answer in its place, by mail address; empty for those who may not see contacts, null for nobody.</summary>
    public string? DelegatedTo { get; init; }

    /// <summary>
    /// Whether this contact has been told an older time than the present one and not yet the present one, and its hospital has
    /// not answered the present one.
    /// </summary>
    public required bool HoldsOldTime { get; init; }
}

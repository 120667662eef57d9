namespace Conference.Contracts.Invitations;

/// <summary>One mail of the send box: answer of <c>GET /api/mails</c>.</summary>
public sealed record MailView
{
    /// <summary>The mail.</summary>
    public required Guid MailId { get; init; }

    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The conference's number.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>Revision it announces.</summary>
    public required int Revision { get; init; }

    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Address.</summary>
    public required string To { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>How far it has come.</summary>
    public required MailState State { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it was handed over.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the server said last.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it was written to the mail drop rather than sent.</summary>
    public required bool Dropped { get; init; }
}

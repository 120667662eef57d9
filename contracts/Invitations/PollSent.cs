namespace Conference.Contracts.Invitations;

/// <summary>Every mail of this poll is durably queued. Sent by Invitations; taken by Requests.</summary>
public sealed record PollSent
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>How many mails.</summary>
    public required int Mails { get; init; }

    /// <summary>Hospitals that have nobody to write to.</summary>
    public IReadOnlyList<string> WithoutContact { get; init; } = [];
}

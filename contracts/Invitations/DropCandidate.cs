namespace Conference.Contracts.Invitations;

/// <summary>
/// Ask hospitals about this candidate no more: it can be had no longer. Sent by Requests; taken by Invitations, whose form
/// leaves it out from then on. Nobody is written to. A second command, and one of a poll that is overtaken, changes nothing.
/// </summary>
public sealed record DropCandidate
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision of the poll.</summary>
    public required int Revision { get; init; }

    /// <summary>The candidate's start.</summary>
    public required DateTimeOffset Start { get; init; }
}

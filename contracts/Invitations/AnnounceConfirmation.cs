namespace Conference.Contracts.Invitations;

/// <summary>Tell everybody who was invited that the time stands. Sent by Requests; taken by Invitations.</summary>
public sealed record AnnounceConfirmation
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }
}

namespace Conference.Contracts.Invitations;

/// <summary>
/// Tell everybody who was invited that the conference, or its time, is off. Sent by Requests; taken by Invitations.
/// </summary>
public sealed record WithdrawInvitations
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>
    /// Revision of the cancellation, higher than that of any invitation: the SEQUENCE of the CANCEL.
    /// </summary>
    public required int Revision { get; init; }

    /// <summary>Whether only the time is off: the conference is still wanted, and may be announced at another time.</summary>
    public bool TimeOnly { get; init; }
}

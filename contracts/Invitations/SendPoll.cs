namespace Conference.Contracts.Invitations;

/// <summary>
/// Ask these hospitals which of the candidates suit them. Sent by Requests; taken by Invitations, which stores one mail
/// a contact and answers PollSent. Contacts asked before and no longer meant are told so. A second command of the
/// same conference and revision changes nothing and gets the same answer.
/// </summary>
public sealed record SendPoll
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision under which the candidates are held.</summary>
    public required int Revision { get; init; }

    /// <summary>What to ask.</summary>
    public required PollBrief Brief { get; init; }

    /// <summary>Whom to ask; the host, who asks, is not among them.</summary>
    public required IReadOnlyList<InvitedHospital> Hospitals { get; init; }
}

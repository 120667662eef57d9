namespace Conference.Contracts.Invitations;

/// <summary>
/// Tell these hospitals this time. Sent by Requests; taken by Invitations, which stores one mail a contact and
/// answers InvitationsSent. Contacts told before and no longer meant are told that their part is off. A second
/// command of the same conference and revision changes nothing and gets the same answer.
/// </summary>
public sealed record SendInvitations
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision: the SEQUENCE of the calendar object (RFC 5545 section 3.8.7.4).</summary>
    public required int Revision { get; init; }

    /// <summary>What to say.</summary>
    public required ConferenceBrief Brief { get; init; }

    /// <summary>Whom to tell, the host first.</summary>
    public required IReadOnlyList<InvitedHospital> Hospitals { get; init; }

    /// <summary>
    /// The poll that led to this time; null where none did. Marks at its start count as answers, so that nobody is asked
    /// twice.
    /// </summary>
    public int? PollRevision { get; init; }

    /// <summary>The marks that Requests has counted already; a later one is told by HospitalAnswered.</summary>
    public IReadOnlyList<CountedMark> Counted { get; init; } = [];
}

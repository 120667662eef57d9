using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Polls;

namespace Conference.Invitations.Outbound;

/// <summary>All that a mail says beside whom it goes to: enough to write the same mail again, byte for byte.</summary>
internal sealed record MailContent
{
    public required ConferenceBrief Brief { get; init; }

    public required string HostName { get; init; }

    public required string HospitalName { get; init; }

    /// <summary>Local part of the organizer's address.</summary>
    public required string Agent { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>Of a cancellation: whether the conference is off, rather than this recipient's part in it.</summary>
    public bool WholeCancelled { get; init; }

    /// <summary>Of a cancellation: whether only the time is off, while another is still wanted.</summary>
    public bool TimeOff { get; init; }

    /// <summary>The first mail of this conference to this contact: the thread begins there.</summary>
    public Guid? FirstMailId { get; init; }

    /// <summary>The time that this recipient was told last, where it was another.</summary>
    public DateTimeOffset? PreviousStart { get; init; }

    public DateTimeOffset? PreviousEnd { get; init; }

    /// <summary>Which hospital could not be reached; of mails about that alone.</summary>
    public string? Unreached { get; init; }

    /// <summary>What that hospital could not be told.</summary>
    public Lacking Lacking { get; init; }

    /// <summary>Who else is asked, where the calendar shows everybody.</summary>
    public IReadOnlyList<OtherAttendee> Others { get; init; } = [];

    /// <summary>Of a poll's mails: the times that the hospital is asked about.</summary>
    public IReadOnlyList<PollCandidate> Candidates { get; init; } = [];

    /// <summary>Of a poll: whether this recipient was asked about others before.</summary>
    public bool CandidatesChanged { get; init; }

    /// <summary>Of a poll's end: why it is over for this recipient.</summary>
    public PollEnding? PollEnding { get; init; }

    /// <summary>Whether a poll has led to this time.</summary>
    public bool FromPoll { get; init; }

    /// <summary>What the hospital has answered to this time already; a mark in the poll that led to it counts as that.</summary>
    public Answer? Answered { get; init; }

    /// <summary>Whether the conference can do without the hospital.</summary>
    public bool Optional { get; init; }
}

/// <summary>Somebody else who is asked.</summary>
internal sealed record OtherAttendee(string Address, string Name)
{
    public Answer? Answered { get; init; }

    public bool Optional { get; init; }
}

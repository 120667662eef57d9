namespace Conference.Audit.Stores;

/// <summary>The poll of a conference as Requests keeps it.</summary>
internal sealed record Poll(int Revision, IReadOnlyList<PollCandidate> Candidates, IReadOnlyList<DateTimeOffset> Gone, IReadOnlyList<Vote> Votes, DateTimeOffset? Decided)
{
    /// <summary>Starts of the candidates that Booking must hold.</summary>
    public IEnumerable<DateTimeOffset> Held => Decided is null ? Candidates.Select(candidate => candidate.Slot.Start).Except(Gone) : [];
}

internal sealed record PollCandidate(CandidateSlot Slot);

internal sealed record CandidateSlot(DateTimeOffset Start);

/// <summary>What a hospital says of the candidates.</summary>
internal sealed record Vote(string HospitalId, IReadOnlyList<Mark> Marks, DateTimeOffset VotedAt);

internal sealed record Mark(DateTimeOffset Start, string Answer);

/// <summary>The vote of a hospital that counts, as Invitations keeps it.</summary>
internal sealed record StandingVote(Guid ConferenceId, string HospitalId, int Revision, IReadOnlyList<Mark> Marks, DateTimeOffset VotedAt);

/// <summary>What hospitals are asked.</summary>
internal sealed record AskedPoll(Guid ConferenceId, int Revision, bool Ended);

using System.Text.Json.Serialization;
using Conference.Contracts.Booking;

namespace Conference.Requests.Polls;

/// <summary>The poll of a conference: what was put to the hospitals, and what they said.</summary>
public sealed record ConferencePoll
{
    /// <summary>The revision under which the candidates are held and the hospitals were asked.</summary>
    public required int Revision { get; init; }

    /// <summary>When it closes.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether it closes as soon as every hospital has voted and a candidate suits.</summary>
    public required bool CloseWhenAllVoted { get; init; }

    /// <summary>What Booking held, by start.</summary>
    public required IReadOnlyList<SlotSuggestion> Candidates { get; init; }

    /// <summary>What it could not hold.</summary>
    public IReadOnlyList<CandidateNotHeld> NotHeld { get; init; } = [];

    /// <summary>Starts of candidates that are held no more.</summary>
    public IReadOnlyList<DateTimeOffset> Gone { get; init; } = [];

    /// <summary>The latest vote of each hospital.</summary>
    public IReadOnlyList<PollVote> Votes { get; init; } = [];

    /// <summary>Start of the candidate that was decided on.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>The attempt under which Booking is asked to keep that one; it becomes the revision of the time.</summary>
    public int? DecidedAs { get; init; }

    /// <summary>What can be decided on.</summary>
    [JsonIgnore]
    public IEnumerable<SlotSuggestion> Held => Decided is null ? Candidates.Where(candidate => !Gone.Contains(candidate.Slot.Start)) : [];

    /// <summary>Whether candidates are held for it.</summary>
    [JsonIgnore]
    public bool IsOpen => Held.Any();

    /// <summary>The poll as it was before the decision.</summary>
    public ConferencePoll Reopen() => this with { Decided = null, DecidedAs = null };

    /// <summary>The poll as it is when nothing is held for it any more.</summary>
    public ConferencePoll Close() => this with { Gone = [.. Candidates.Select(candidate => candidate.Slot.Start)], Decided = null, DecidedAs = null };
}

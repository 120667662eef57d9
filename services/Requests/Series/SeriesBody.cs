using Conference.Platform.Time.Recurring;
using Conference.Requests.Requesting;

namespace Conference.Requests.Series;

/// <summary>Body of <c>POST /api/series</c>: a request without its time, the rule, and what was chosen in the dry run.</summary>
internal sealed record SeriesBody
{
    public string? Title { get; init; }

    public string? Kind { get; init; }

    public string? HostHospitalId { get; init; }

    public int? DurationMinutes { get; init; }

    public IReadOnlyList<ParticipantBody?>? Participants { get; init; }

    public QuorumBody? Quorum { get; init; }

    public int? ReplyWithinDays { get; init; }

    public string? OnDeadline { get; init; }

    public int? CaseCount { get; init; }

    public string? Priority { get; init; }

    public bool? Wait { get; init; }

    public RecurrenceBody? Recurrence { get; init; }

    /// <summary><c>what_fits</c> (default) or <c>all</c>.</summary>
    public string? Commit { get; init; }

    public IReadOnlyList<OccurrenceChoice?>? Choices { get; init; }

    /// <summary>The request of one occurrence.</summary>
    public RequestBody At(SlotBody slot) => new()
    {
        Title = Title,
        Kind = Kind,
        HostHospitalId = HostHospitalId,
        DurationMinutes = DurationMinutes,
        Slot = slot,
        Participants = Participants,
        Quorum = Quorum,
        ReplyWithinDays = ReplyWithinDays,
        OnDeadline = OnDeadline,
        CaseCount = CaseCount,
        Priority = Priority,
        Wait = Wait,
    };
}

/// <summary>What was chosen for one occurrence: another start or duration, hospitals made optional for it, or to leave it out.</summary>
internal sealed record OccurrenceChoice(string? OriginalStart, string? Start, int? DurationMinutes, IReadOnlyList<string?>? MakeOptional, bool? Skip);

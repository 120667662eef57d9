using Conference.Requests.Polls;

namespace Conference.Requests.Requesting;

/// <summary>Body of <c>POST /api/conferences</c> as it comes: everything optional and codes as text, so that all that is wrong can be said at once.</summary>
internal record RequestBody
{
    public string? Title { get; init; }

    public string? Kind { get; init; }

    public string? HostHospitalId { get; init; }

    public int? DurationMinutes { get; init; }

    public WindowBody? Window { get; init; }

    public HoursBody? Hours { get; init; }

    public PreferredBody? Preferred { get; init; }

    public SlotBody? Slot { get; init; }

    public PollBody? Poll { get; init; }

    public IReadOnlyList<ParticipantBody?>? Participants { get; init; }

    public QuorumBody? Quorum { get; init; }

    public int? ReplyWithinDays { get; init; }

    public string? OnDeadline { get; init; }

    public int? CaseCount { get; init; }

    public string? Priority { get; init; }

    public bool? Wait { get; init; }
}

/// <summary>First and last day, <c>2026-12-07</c>.</summary>
internal sealed record WindowBody(string? From, string? To);

/// <summary>Times of day <c>17:00</c> and days of the week <c>mon</c>.</summary>
internal sealed record HoursBody(string? From, string? To, IReadOnlyList<string?>? Days, bool? SkipHolidays);

/// <summary>Times of day and days of the week that would be best; at least one of them.</summary>
internal sealed record PreferredBody(string? From, string? To, IReadOnlyList<string?>? Days);

/// <summary>A fixed start with its offset, <c>2026-12-10T17:30:00+09:00</c>.</summary>
internal sealed record SlotBody(string? Start);

/// <summary>A hospital that is asked to take part.</summary>
internal sealed record ParticipantBody(string? HospitalId, string? SiteId, bool? Required, string? Role);

/// <summary>When enough take part.</summary>
internal sealed record QuorumBody(int? MinimumHospitals, IReadOnlyList<string?>? Professions);

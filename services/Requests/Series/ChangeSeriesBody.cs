using Conference.Requests.Requesting;

namespace Conference.Requests.Series;

/// <summary>Body of <c>POST /api/series/{id}/change</c>: which, from which original start on, and what shall be different; what is left out stays.</summary>
internal sealed record ChangeSeriesBody
{
    public string? Scope { get; init; }

    public string? From { get; init; }

    /// <summary>Another time of day, <c>18:00</c>.</summary>
    public string? StartTime { get; init; }

    /// <summary>Another day of the same week, <c>thu</c>.</summary>
    public string? Weekday { get; init; }

    public int? DurationMinutes { get; init; }

    public int? CaseCount { get; init; }

    /// <summary>All hospitals that shall take part, the host left out.</summary>
    public IReadOnlyList<ParticipantBody?>? Participants { get; init; }

    public bool Moves => StartTime is not null || Weekday is not null || DurationMinutes is not null;

    public bool ChangesAnything => Moves || CaseCount is not null || Participants is not null;
}

namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>POST /api/series/{id}/change/dry-run</c>: what the change would do, date by date. Nothing is asked for by it.</summary>
public sealed record SeriesChangePlan
{
    /// <summary>The occurrences that the change is about, in the order of the rule.</summary>
    public required IReadOnlyList<PlannedOccurrenceChange> Occurrences { get; init; }
}

/// <summary>What a change would do to one occurrence.</summary>
public sealed record PlannedOccurrenceChange
{
    /// <summary>The time that the rule gave: by it the occurrence is known (RECURRENCE-ID).</summary>
    public required DateTimeOffset OriginalStart { get; init; }

    /// <summary>Its conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The start that it has, or asks for while it has none.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>What it would ask for; null where it would be left alone. Whether that can be had is Booking's to say (<c>POST /api/slots/search</c>).</summary>
    public ConferenceRequest? Request { get; init; }

    /// <summary>Why it would be left alone; null where it would be changed.</summary>
    public Remark? Stays { get; init; }
}

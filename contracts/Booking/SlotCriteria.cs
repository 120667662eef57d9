using Conference.Contracts.Requests;

namespace Conference.Contracts.Booking;

/// <summary>What a slot must satisfy.</summary>
public sealed record SlotCriteria
{
    /// <summary>Kind: a connection test may be booked for a site without a valid test.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>Duration in minutes, 15 to 600, a multiple of 5.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>A fixed start; null to search <see cref="Window"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Days to search; null when <see cref="Start"/> is given.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>When on a day; used with <see cref="Window"/>.</summary>
    public LocalHours Hours { get; init; } = new();

    /// <summary>When it would best be: such starts rank higher. Null for no preference.</summary>
    public PreferredTimes? Preferred { get; init; }

    /// <summary>All hospitals, the host included.</summary>
    public required IReadOnlyList<SlotParticipant> Participants { get; init; }

    /// <summary>The hospital that invites, one of <see cref="Participants"/>: without it there is no conference, so it is never offered to be made optional. Null where none does.</summary>
    public string? HostHospitalId { get; init; }

    /// <summary>Earliest start that is of use, for example now and the time to invite.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Professions that should be there: days on which the hospitals can bring them rank higher. None is a condition.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];

    /// <summary>Times that are out of the question, for example one that a required hospital declined.</summary>
    public IReadOnlyList<TimeRange> Avoid { get; init; } = [];
}

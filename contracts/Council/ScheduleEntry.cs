using Conference.Contracts.Requests;

namespace Conference.Contracts.Council;

/// <summary>One conference of <c>GET /api/schedule</c>.</summary>
public sealed record ScheduleEntry
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>State by its name.</summary>
    public required string State { get; init; }

    /// <summary>Title as signed-in readers may see it.</summary>
    public required string Title { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The host.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>Its name.</summary>
    public required string HostName { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Hospitals that take part.</summary>
    public required int Hospitals { get; init; }

    /// <summary>Hospitals that accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>All hospitals, the host first.</summary>
    public required IReadOnlyList<string> HospitalIds { get; init; }
}

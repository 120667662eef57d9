namespace Conference.Contracts.Hospitals;

/// <summary>A site's closures as they stand now, all of them. Sent by Hospitals; taken by Booking.</summary>
public sealed record SiteClosuresChanged
{
    /// <summary>The site.</summary>
    public required string SiteId { get; init; }

    /// <summary>Its hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Grows with every change of these closures.</summary>
    public required long Version { get; init; }

    /// <summary>One-off closures.</summary>
    public required IReadOnlyList<Closure> Closures { get; init; }

    /// <summary>Closures of every week.</summary>
    public required IReadOnlyList<WeeklyClosure> Weekly { get; init; }

    /// <summary>Whether it is closed on national holidays and from 29 December to 3 January.</summary>
    public required bool ClosedOnHolidays { get; init; }
}

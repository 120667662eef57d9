namespace Conference.Contracts.Hospitals;

/// <summary>A site with all that is known of it.</summary>
public sealed record SiteView
{
    /// <summary>The site.</summary>
    public required HospitalSite Site { get; init; }

    /// <summary>One-off closures.</summary>
    public required IReadOnlyList<Closure> Closures { get; init; }

    /// <summary>Closures of every week.</summary>
    public required IReadOnlyList<WeeklyClosure> Weekly { get; init; }

    /// <summary>Whether it is closed on holidays.</summary>
    public required bool ClosedOnHolidays { get; init; }

    /// <summary>Its latest connection test; null when it was never tested.</summary>
    public ConnectionTestRecorded? LastTest { get; init; }
}

using Microsoft.AspNetCore.Mvc;

namespace Conference.Council.Schedule;

/// <summary>The query of <c>GET /api/schedule</c> as it came; read by <see cref="ScheduleFilter"/>.</summary>
internal sealed record ScheduleQuery
{
    /// <summary>First day (<c>2026-12-01</c>, in the network's zone) or instant. Default: the first of this month.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day, included, or the instant before which conferences start. Default: a month after <see cref="From"/>.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>JIS code: conferences in which a hospital of the prefecture takes part.</summary>
    [FromQuery(Name = "prefecture")]
    public string? Prefecture { get; init; }

    /// <summary>Conferences in which this hospital takes part.</summary>
    [FromQuery(Name = "hospital")]
    public string? Hospital { get; init; }

    /// <summary>Kind by its code.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>State by its name.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    /// <summary>Entries a page, 1 to 1,000. Default 100.</summary>
    [FromQuery(Name = "pageSize")]
    public string? PageSize { get; init; }
}

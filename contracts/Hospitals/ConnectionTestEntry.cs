namespace Conference.Contracts.Hospitals;

/// <summary>Body of <c>POST /api/sites/{siteId}/connection-tests</c>.</summary>
public sealed record ConnectionTestEntry
{
    /// <summary>When it was tested; now when left out. Not in the future.</summary>
    public DateTimeOffset? TestedAt { get; init; }

    /// <summary>Whether it passed; required.</summary>
    public bool? Passed { get; init; }
}

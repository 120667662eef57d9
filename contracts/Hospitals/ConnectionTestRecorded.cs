namespace Conference.Contracts.Hospitals;

/// <summary>A site's connection was tested. Sent by Hospitals; taken by Booking.</summary>
public sealed record ConnectionTestRecorded
{
    /// <summary>The test.</summary>
    public required Guid TestId { get; init; }

    /// <summary>The site.</summary>
    public required string SiteId { get; init; }

    /// <summary>Its hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset TestedAt { get; init; }

    /// <summary>Whether it passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>Until when a passed test holds; equal to <see cref="TestedAt"/> for a failed one.</summary>
    public required DateTimeOffset ValidUntil { get; init; }
}

namespace Conference.Contracts.Booking;

/// <summary>How busy a bridge is on a day: an item of <c>GET /api/slots/ports</c>.</summary>
public sealed record BridgeLoad
{
    /// <summary>The bridge.</summary>
    public required string BridgeId { get; init; }

    /// <summary>Ports it has.</summary>
    public required int Ports { get; init; }

    /// <summary>Ports reserved at this moment, time to set up included.</summary>
    public required int Now { get; init; }

    /// <summary>Most ports reserved at once on the day.</summary>
    public required int Peak { get; init; }

    /// <summary>When that is first so; null when nothing is reserved.</summary>
    public DateTimeOffset? PeakAt { get; init; }
}

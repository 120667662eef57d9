namespace Conference.Booking.Bridges;

/// <summary>A run of ports in use for a stretch of time.</summary>
internal readonly record struct PortUse(int FirstPort, int LastPort, DateTimeOffset Start, DateTimeOffset End)
{
    public int Count => LastPort - FirstPort + 1;
}

/// <summary>A bridge and what is booked on it.</summary>
internal sealed record BridgeUse(string BridgeId, int Ports, IReadOnlyList<PortUse> Uses);

using Conference.Booking.Network;

namespace Conference.Booking.Bridges;

/// <summary>A run of ports in use for a stretch of time.</summary>
internal readonly record struct PortUse(int FirstPort, int LastPort, DateTimeOffset Start, DateTimeOffset End)
{
    public int Count => LastPort - FirstPort + 1;
}

/// <summary>A bridge and what is booked on it.</summary>
internal sealed record BridgeUse
{
    private IReadOnlyList<PortUse>? _uses;

    public BridgeUse(string bridgeId, int ports, IReadOnlyList<PortUse> uses) => (BridgeId, Ports, _uses) = (bridgeId, ports, uses);

    /// <summary>A bridge whose bookings are kept in memory.</summary>
    public BridgeUse(string bridgeId, int ports, PortTimes times) => (BridgeId, Ports, Times) = (bridgeId, ports, times);

    public string BridgeId { get; }

    public int Ports { get; }

    /// <summary>The same bridge with these bookings.</summary>
    public BridgeUse With(IReadOnlyList<PortUse> uses) => new(BridgeId, Ports, uses) { Maintenance = Maintenance, Reach = Reach, Links = Links };

    /// <summary>Its bookings laid out in steps; null where they are only listed.</summary>
    public PortTimes? Times { get; }

    /// <summary>When it is down.</summary>
    public KnownClosures? Maintenance { get; init; }

    /// <summary>Prefectures (two digits) and hospitals that it serves; none for all.</summary>
    public IReadOnlyCollection<string> Reach { get; init; } = [];

    /// <summary>Bridges to which it can be joined by a link that takes a port on each.</summary>
    public IReadOnlyCollection<string> Links { get; init; } = [];

    /// <summary>All that is booked.</summary>
    public IReadOnlyList<PortUse> Uses => _uses ??= [.. Times!.Within(Times.Grid.From, Times.Grid.To)];

    /// <summary>The bookings that touch a stretch of time.</summary>
    public IEnumerable<PortUse> Within(DateTimeOffset start, DateTimeOffset end) =>
        Times?.Within(start, end) ?? Uses.Where(use => use.Start < end && use.End > start);

    /// <summary>Whether it serves a hospital, whose code holds its prefecture's two digits.</summary>
    public bool Reaches(string hospitalId) =>
        Reach.Count == 0 || Reach.Contains(hospitalId) || (hospitalId.Length > 2 && Reach.Contains(hospitalId.Substring(1, 2)));
}

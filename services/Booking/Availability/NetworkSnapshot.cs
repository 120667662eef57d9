using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>All that a search knows of the network: the same criteria and snapshot give the same answer.</summary>
internal sealed record NetworkSnapshot
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The hospitals asked for, by id; one that is missing is unknown.</summary>
    public required IReadOnlyDictionary<string, KnownHospital> Hospitals { get; init; }

    /// <summary>What is known of their sites, by site id.</summary>
    public required IReadOnlyDictionary<string, SiteFacts> Sites { get; init; }

    public required RestDays RestDays { get; init; }

    /// <summary>The bridges in the order in which they are tried.</summary>
    public required IReadOnlyList<BridgeUse> Bridges { get; init; }

    /// <summary>The network's days, where they are kept in memory.</summary>
    public LocalDays? Days { get; init; }
}

/// <summary>When a site is taken, and what else keeps it.</summary>
internal sealed record SiteFacts
{
    public static readonly SiteFacts None = new();

    private IReadOnlyList<TimeRange>? _booked;

    public IReadOnlyList<TimeRange> Booked
    {
        get => _booked ??= Times?.Ranges() ?? [];
        init => _booked = value;
    }

    public KnownClosures? Closures { get; init; }

    /// <summary>Until when its connection test holds; null where none was passed.</summary>
    public DateTimeOffset? TestedUntil { get; init; }

    /// <summary>Its bookings laid out in steps; null where they are only listed.</summary>
    public SiteTimes? Times { get; init; }

    /// <summary>Its closures laid out in steps; null where they are only listed.</summary>
    public ClosedTimes? Closed { get; init; }
}

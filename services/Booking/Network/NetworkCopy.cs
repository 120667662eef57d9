using System.Collections.Concurrent;
using Conference.Booking.Availability;

namespace Conference.Booking.Network;

/// <summary>What Booking has heard of hospitals and their sites.</summary>
internal sealed record NetworkCopy
{
    private readonly ConcurrentDictionary<string, ClosedTimes> _closed = new(StringComparer.Ordinal);
    private Horizon? _horizon;

    public required IReadOnlyDictionary<string, KnownHospital> Hospitals { get; init; }

    public required IReadOnlyDictionary<string, KnownClosures> Closures { get; init; }

    public required IReadOnlyDictionary<string, KnownTest> Tests { get; init; }

    public required RestDays RestDays { get; init; }

    /// <summary>When a site is closed, laid out once.</summary>
    public ClosedTimes ClosedOf(string siteId, Horizon horizon)
    {
        if (Interlocked.Exchange(ref _horizon, horizon) != horizon)
            _closed.Clear();
        return _closed.TryGetValue(siteId, out var closed) && closed.Grid == horizon.Grid
            ? closed
            : _closed[siteId] = ClosedTimes.Of(Closures.GetValueOrDefault(siteId), horizon.Grid, horizon.Days, RestDays);
    }
}

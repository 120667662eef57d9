using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Platform.Telemetry.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Watching;

/// <summary>Ports in use against what each bridge has, now and at the peak of each of the next days; holds that are about to run out.</summary>
internal sealed class BridgeFigures(IOptions<BridgesOptions> bridges, TimeProvider clock) : IFigureSource
{
    private const int DaysAhead = 7;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    private static readonly Figure Ports = new("conference.bridge.ports", null, "Ports that the bridge has");
    private static readonly Figure InUse = new("conference.bridge.ports_in_use", null, "Ports booked at this moment");
    private static readonly Figure Peak = new("conference.bridge.ports_peak", null, "The most ports booked at one time within the day that begins so many days from now");
    private static readonly Figure Holds = new("conference.holds", null, "Slots that are held and not confirmed");
    private static readonly Figure Expiring = new("conference.holds_expiring", null, "Holds that run out within a day");

    public IReadOnlyList<Figure> Figures => [Ports, InUse, Peak, Holds, Expiring];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var store = scope.GetRequiredService<BookingStore>();
        var now = clock.GetUtcNow();
        var (soon, horizon) = (now + Soon, now.AddDays(DaysAhead));
        var booked = await store.PortBookings.AsNoTracking().Where(ports => ports.Start < horizon && ports.End > now).ToListAsync(cancellationToken);
        var holds = await store.Bookings.Where(booking => booking.State == BookingState.Held).GroupBy(booking => booking.ExpiresAt <= soon)
            .Select(group => new { Soon = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. bridges.Value.Effective.SelectMany(bridge => Of(bridge, booked.FindAll(ports => ports.BridgeId == bridge.Id), now)),
            new Reading(Holds, holds.Sum(group => group.Count)),
            new Reading(Expiring, holds.Where(group => group.Soon).Sum(group => group.Count)),
        ];
    }

    private static IEnumerable<Reading> Of(BridgeOptions bridge, List<PortBooking> booked, DateTimeOffset now)
    {
        var label = Reading.Label("bridge", bridge.Id);
        yield return new Reading(Ports, bridge.Ports, label);
        yield return new Reading(InUse, PortPeak.At(booked, now), label);
        for (var day = 0; day < DaysAhead; day++)
            yield return new Reading(Peak, PortPeak.Within(booked, now.AddDays(day), now.AddDays(day + 1)), label, Reading.Label("days_ahead", day));
    }
}

using Conference.Booking.Storage;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Authorization;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Bridges;

/// <summary>How busy the bridges are today.</summary>
internal static class ShowPortsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/slots/ports", Handle)
        .RequirePermission(Permission.ReadOperations)
        .Produces<Page<BridgeLoad>>()
        .WithTags("slots")
        .WithSummary("本日のポート使用 · How busy the bridges are today");

    private static async Task<IResult> Handle(BookingStore store, IOptions<BridgesOptions> bridges, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = network.DayOf(now);
        var (from, to) = (network.StartOf(today), network.StartOf(today.AddDays(1)));
        var earliest = from - OverlapGuards.Longest;
        var uses = (await store.PortBookings.AsNoTracking()
            .Where(ports => ports.Start > earliest && ports.Start < to && ports.End > from)
            .Select(ports => new { ports.BridgeId, ports.FirstPort, ports.LastPort, ports.Start, ports.End })
            .ToListAsync(cancellationToken)).ToLookup(ports => ports.BridgeId, ports => new PortUse(ports.FirstPort, ports.LastPort, ports.Start, ports.End));
        var loads = bridges.Value.Effective.Select(bridge => Load(new BridgeUse(bridge.Id, bridge.Ports, [.. uses[bridge.Id]]), from, now)).ToList();
        return Results.Ok(new Page<BridgeLoad> { Items = loads, Total = loads.Count });
    }

    internal static BridgeLoad Load(BridgeUse bridge, DateTimeOffset from, DateTimeOffset now)
    {
        int At(DateTimeOffset moment) => bridge.Uses.Where(use => use.Start <= moment && use.End > moment).Sum(use => use.Count);
        // The most is reached where something begins.
        var starts = bridge.Uses.Select(use => use.Start < from ? from : use.Start).Distinct().Order().ToList();
        DateTimeOffset? peakAt = starts.Count == 0 ? null : starts.MaxBy(At);
        return new BridgeLoad { BridgeId = bridge.BridgeId, Ports = bridge.Ports, Now = At(now), Peak = peakAt is { } moment ? At(moment) : 0, PeakAt = peakAt };
    }
}

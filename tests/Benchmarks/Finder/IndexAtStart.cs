using Conference.Booking;
using Conference.Booking.Storage;
using Conference.Platform.Hosting;
using Conference.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Benchmarks.Finder;

/// <summary>How long a start takes to have the finder's index: every row of the nation read from the store, and laid out.</summary>
internal static class IndexAtStart
{
    private const int Rounds = 5;

    public static async Task PrintAsync(Nation nation)
    {
        await MeasureAsync("SQLite", [], nation);
        await using var servers = await Servers.StartAsync(direct: true);
        await MeasureAsync("PostgreSQL", servers.Settings, nation);
    }

    private static async Task MeasureAsync(string kind, IEnumerable<string> settings, Nation nation)
    {
        await using var app = ServiceHost.Build(
            [.. settings, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", $"--Data:Path={Directory.CreateTempSubdirectory("index").FullName}"], new BookingModule());
        await app.StartAsync();
        await FillAsync(app, nation);
        var first = await ReadAsync(app);
        var later = new List<double>();
        for (var round = 0; round < Rounds; round++)
            later.Add((await ReadAsync(app)).TotalMilliseconds);
        Report.Line(
            $"{Nation.AllSites} sites, {Nation.Days} days: {nation.Sites.Count + nation.Ports.Count} rows of {kind} read and laid out",
            $"{Report.Range(later, "F0")} ms, the first time {first.TotalMilliseconds:F0} ms");
        await app.StopAsync();
    }

    private static async Task FillAsync(WebApplication app, Nation nation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        store.AddRange(nation.Network.Hospitals.Values);
        store.AddRange(nation.Network.Closures.Values);
        store.AddRange(nation.Sites);
        store.AddRange(nation.Ports);
        await store.SaveChangesAsync();
    }

    private static async Task<TimeSpan> ReadAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var began = TimeProvider.System.GetTimestamp();
        var memory = new BookingMemory(Nation.Rules, new StandingClock());
        var (network, booked) = await memory.ReadAsync(scope.ServiceProvider.GetRequiredService<BookingStore>(), CancellationToken.None);
        foreach (var site in network.Closures.Keys)
            network.ClosedOf(site, booked.Horizon);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Nation.Now;
    }
}

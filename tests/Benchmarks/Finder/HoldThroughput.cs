using System.Globalization;
using Conference.Booking;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Hosting;
using Conference.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Conference.Benchmarks.Finder;

/// <summary>Holds and confirmations of conferences of ten sites, two transactions each, on PostgreSQL, with few and with many bookings stored.</summary>
internal static class HoldThroughput
{
    private const int Few = 1_000;
    private const int Clients = 8;
    private const int EachRound = 400;
    private const int Rounds = 3;
    private const int Sites = 460;
    private const int SitesEach = 10;

    private static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("CONFERENCE_STORED") ?? "1000000", CultureInfo.InvariantCulture);

    // Earlier bookings, an hour each, ten sites at a time; the guards are checked when they are put back.
    private const string Seed = """
        SET session_replication_role = replica;
        ALTER TABLE booking.site_bookings DROP CONSTRAINT ex_site_bookings_overlap;
        ALTER TABLE booking.port_bookings DROP CONSTRAINT ex_port_bookings_overlap;
        CREATE TEMP TABLE earlier AS SELECT n, gen_random_uuid() AS id, date_trunc('hour', now()) - interval '40 days' - (n / 46) * interval '1 hour' AS start FROM generate_series({0}, {1}) AS n;
        INSERT INTO booking.bookings (conference_id, revision, latest_revision, state, start, "end", bridge_id, changes)
            SELECT id, 1, 1, 'Confirmed', start, start + interval '50 minutes', 'national', 1 FROM earlier;
        INSERT INTO booking.site_bookings (conference_id, site_id, start, "end")
            SELECT id, 'S' || (n % 46 * 10 + site), start, start + interval '50 minutes' FROM earlier, generate_series(1, 10) AS site;
        INSERT INTO booking.port_bookings (conference_id, bridge_id, first_port, last_port, start, "end")
            SELECT id, 'national', n % 46 * 10 + 1, n % 46 * 10 + 10, start - interval '10 minutes', start + interval '50 minutes' FROM earlier;
        DROP TABLE earlier;
        ALTER TABLE booking.site_bookings ADD CONSTRAINT ex_site_bookings_overlap EXCLUDE USING gist (site_id WITH =, tstzrange(start, "end") WITH &&);
        ALTER TABLE booking.port_bookings ADD CONSTRAINT ex_port_bookings_overlap EXCLUDE USING gist (
            bridge_id WITH =, int4range(first_port, last_port, '[]') WITH &&, tstzrange(start, "end") WITH &&);
        ANALYZE;
        """;

    public static async Task PrintAsync()
    {
        await using var servers = await Servers.StartAsync(direct: true);
        await using var app = ServiceHost.Build(
            [.. servers.Settings, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Bridges:0:Id=national", "--Bridges:0:Ports=1000", $"--Data:Path={Directory.CreateTempSubdirectory("holds").FullName}"],
            new BookingModule());
        await app.StartAsync();
        await RegisterAsync(app);
        var stored = 0;
        foreach (var target in new[] { Few, Many })
        {
            await SeedAsync(servers.DatabaseUrl, stored + 1, target);
            stored = target;
            await RoundAsync(app);
            var paces = new List<double>();
            for (var round = 0; round < Rounds; round++)
                paces.Add(await RoundAsync(app));
            Report.Line(string.Create(CultureInfo.InvariantCulture, $"hold + confirm, 10 sites, {stored:N0} bookings stored"), $"{Report.Range(paces, "F0")} a second");
        }

        await app.StopAsync();
    }

    private static async Task<double> RoundAsync(WebApplication app)
    {
        var (began, left) = (TimeProvider.System.GetTimestamp(), EachRound);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var chance = new Random(client + (int)(began % 1000));
            while (Interlocked.Decrement(ref left) >= 0)
                await BookAsync(app, chance);
        }));
        return EachRound / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task BookAsync(WebApplication app, Random chance)
    {
        var (id, today) = (Guid.CreateVersion7(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var sites = Enumerable.Range(1, Sites).ToArray();
        chance.Shuffle(sites);
        var hold = new HoldSlot
        {
            ConferenceId = id,
            Revision = 1,
            HoldFor = TimeSpan.FromDays(7),
            Criteria = new SlotCriteria
            {
                Kind = ConferenceKind.JointCancerBoard,
                DurationMinutes = 60,
                Window = new DateWindow { From = today.AddDays(1 + chance.Next(200)), To = today.AddDays(300) },
                Participants = [.. sites.Take(SitesEach).Select(site => new SlotParticipant { HospitalId = $"H{site}", Required = true })],
            },
        };
        var held = await InTransactionAsync(app, desk => desk.HoldAsync(hold, CancellationToken.None));
        if (held is SlotHeld)
            await InTransactionAsync(app, desk => desk.ConfirmAsync(new ConfirmSlot { ConferenceId = id, Revision = 1 }, CancellationToken.None));
    }

    private static async Task<object?> InTransactionAsync(WebApplication app, Func<SlotDesk, Task<object?>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        object? answer = null;
        await scope.ServiceProvider.GetRequiredService<BookingStore>().InTransactionAsync(async () => answer = await ask(scope.ServiceProvider.GetRequiredService<SlotDesk>()));
        return answer;
    }

    private static async Task RegisterAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        foreach (var site in Enumerable.Range(1, Sites))
            store.Add(Nation.Hospital(site, $"H{site}", $"S{site}"));
        await store.SaveChangesAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task SeedAsync(string database, int from, int to)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var seed = new NpgsqlCommand(Seed.Replace("{0}", Text(from), StringComparison.Ordinal).Replace("{1}", Text(to), StringComparison.Ordinal), connection) { CommandTimeout = 3600 };
        await seed.ExecuteNonQueryAsync();
    }
}

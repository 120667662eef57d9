using System.Net.Http.Json;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

/// <summary>Five hospitals and three ports, two replicas of Booking over RabbitMQ and PostgreSQL.</summary>
[Collection(UsesServers.Name)]
public sealed class When_two_replicas_book(SharedServers servers) : IAsyncLifetime
{
    private const int Hospitals = 5;
    private const int Ports = 3;

    // Eight popular hours: 200 clients.
    private const int RivalsAnHour = 25;

    private Place _place = null!;
    private BookingHost _one = null!;
    private BookingHost _other = null!;

    private List<object> Heard => [.. _one.Heard.Messages.ToArray(), .. _other.Heard.Messages.ToArray()];

    public async ValueTask InitializeAsync()
    {
        _place = await servers.NewPlaceAsync();
        (_one, _other) = await BookingHost.StartTwoAsync([.. _place.Settings, "--Booking:SetupMinutes=0", "--Bridges:0:Id=small", $"--Bridges:0:Ports={Ports}"]);
        await _one.RegisterAsync(Hospitals);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Should_fill_each_popular_hour_to_the_last_port_and_answer_each_wish_once()
    {
        int[] hours = [12, 13, 14, 15, 16, 17, 18, 19];
        var wishes = hours.SelectMany(hour => Enumerable.Range(0, RivalsAnHour).Select(rival => Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(hour, 0), 1 + (rival % Hospitals)))).ToArray();

        await AskAllAsync(wishes);

        var held = Heard.OfType<SlotHeld>().ToList();
        held.CountBy(answer => answer.Slot.Start).ShouldBe(hours.Select(hour => KeyValuePair.Create(Wishes.At(hour, 0), Ports)), ignoreOrder: true);
        await ShouldStandInTheStoreAsync(held);
    }

    [Fact]
    public async Task Should_leave_no_room_for_those_who_were_refused()
    {
        var chance = new Random(20261123);
        var wishes = Enumerable.Range(0, 40).Select(_ => Movable(chance.GetItems([1, 2, 3, 4, 5], 3).Distinct().ToArray())).ToArray();

        await AskAllAsync(wishes);

        var held = Heard.OfType<SlotHeld>().ToList();
        await ShouldStandInTheStoreAsync(held);
        held.ShouldNotBeEmpty();
        var refused = Heard.OfType<SlotUnavailable>().Select(answer => answer.ConferenceId).ToHashSet();
        var again = wishes.Where(wish => refused.Contains(wish.ConferenceId)).Select(wish => wish with { ConferenceId = Guid.CreateVersion7() }).ToArray();
        await AskAllAsync(again);
        Heard.OfType<SlotHeld>().Count().ShouldBe(held.Count);
    }

    [Fact]
    public async Task Should_see_at_one_replica_what_the_other_has_booked_and_given_back()
    {
        using var search = _other.Http;
        (await SuggestedAsync(search)).ShouldBeTrue();

        await _one.PublishAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1));
        await BookingHost.UntilAsync(async () => await _one.SitesBookedAsync() == 1);
        await BookingHost.UntilAsync(async () => !await SuggestedAsync(search));

        // By whatever hand: the store itself tells.
        await _one.InAsync<BookingStore, int>(store => store.Database.ExecuteSqlAsync($"DELETE FROM booking.site_bookings; DELETE FROM booking.port_bookings"));
        await BookingHost.UntilAsync(() => SuggestedAsync(search));
    }

    [Fact]
    public async Task Should_have_overlaps_refused_by_PostgreSQL_itself()
    {
        await AskAllAsync([Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1), Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(19, 30), 1)]);

        (await RefusalOfAsync("INSERT INTO booking.site_bookings (conference_id, site_id, start, \"end\") SELECT gen_random_uuid(), site_id, start + interval '1 minute', \"end\" + interval '1 minute' FROM booking.site_bookings"))
            .ShouldBe(PostgresErrorCodes.ExclusionViolation);
        (await RefusalOfAsync("INSERT INTO booking.port_bookings (conference_id, bridge_id, first_port, last_port, start, \"end\") SELECT gen_random_uuid(), bridge_id, last_port, last_port + 1, start - interval '1 minute', start + interval '1 second' FROM booking.port_bookings"))
            .ShouldBe(PostgresErrorCodes.ExclusionViolation);
        (await RefusalOfAsync("UPDATE booking.site_bookings SET start = (SELECT min(start) FROM booking.site_bookings), \"end\" = (SELECT min(\"end\") FROM booking.site_bookings)"))
            .ShouldBe(PostgresErrorCodes.ExclusionViolation);
        (await RefusalOfAsync("UPDATE booking.port_bookings SET start = start - interval '25 hours'"))
            .ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task Should_keep_the_newest_of_what_is_said_of_a_hospital_at_once()
    {
        const int Versions = 40;
        var said = Enumerable.Range(2, Versions).Select(version => Wishes.Hospital(1, version)).ToArray();
        new Random(20261123).Shuffle(said);

        await Task.WhenAll(said.Select((hospital, number) => (number % 2 == 0 ? _one : _other).PublishAsync(hospital)));
        await BookingHost.UntilAsync(async () => await _one.InAsync<BookingStore, int>(store => store.Inbox.CountAsync(message => message.Queue == "booking-keep-hospital")) == Hospitals + Versions);

        (await _one.InAsync<BookingStore, long>(store => store.Hospitals.Where(hospital => hospital.HospitalId == Wishes.Id(1)).Select(hospital => hospital.Version).SingleAsync())).ShouldBe(Versions + 1);
    }

    private static HoldSlot Movable(int[] hospitals)
    {
        var wish = Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, hospitals);
        var day = new DateWindow { From = Wishes.Day, To = Wishes.Day };
        return wish with { Criteria = wish.Criteria with { Start = null, Window = day, Hours = new LocalHours { From = new TimeOnly(12, 0), To = new TimeOnly(20, 0), SkipHolidays = false } } };
    }

    private static async Task<bool> SuggestedAsync(HttpClient search)
    {
        var answer = await search.PostAsJsonAsync(new Uri("/api/slots/search", UriKind.Relative), new
        {
            kind = "joint_cancer_board",
            durationMinutes = 60,
            hostHospitalId = "H1301",
            slot = new { start = Wishes.HalfPastFive },
            participants = new[] { new { hospitalId = "H1301", required = true } },
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SlotSearchResult>())!.Suggestions.Count > 0;
    }

    /// <summary>As many clients as wishes, half of them at each replica.</summary>
    private async Task AskAllAsync(HoldSlot[] wishes)
    {
        var before = Heard.Count;
        await Task.WhenAll(wishes.Select((wish, number) => (number % 2 == 0 ? _one : _other).PublishAsync(wish)));
        await BookingHost.UntilAsync(() => Task.FromResult(Heard.Count >= before + wishes.Length));
        Heard.Select(answer => answer is SlotHeld held ? held.ConferenceId : ((SlotUnavailable)answer).ConferenceId).ShouldBeUnique();
        await ShouldHaveNoFailuresAsync();
    }

    private async Task ShouldStandInTheStoreAsync(List<SlotHeld> held)
    {
        var rows = await _one.InAsync<BookingStore, List<(Guid, string, DateTimeOffset)>>(async store =>
            [.. (await store.SiteBookings.AsNoTracking().ToListAsync()).Select(row => (row.ConferenceId, row.SiteId, row.Start))]);
        rows.ShouldBe(held.SelectMany(answer => answer.Slot.Sites.Select(site => (answer.ConferenceId, site.SiteId, answer.Slot.Start))), ignoreOrder: true);
        var overlaps = await _one.InAsync<BookingStore, int>(store => store.SiteBookings.CountAsync(row => store.SiteBookings.Any(other =>
            other.SiteId == row.SiteId && other.ConferenceId != row.ConferenceId && other.Start < row.End && other.End > row.Start)));
        overlaps.ShouldBe(0);
    }

    private async Task ShouldHaveNoFailuresAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(_place.BrokerUrl) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in new[] { "booking-hold-slot_error", "booking-hold-slot_later" })
            (await channel.QueueDeclarePassiveAsync(queue)).MessageCount.ShouldBe(0u, queue);
    }

    private Task<string> RefusalOfAsync(string sql) => _one.InAsync<BookingStore, string>(async store =>
        (await Should.ThrowAsync<PostgresException>(() => store.Database.ExecuteSqlRawAsync(sql))).SqlState);
}

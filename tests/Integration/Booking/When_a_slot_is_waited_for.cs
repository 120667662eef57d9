using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_a_slot_is_waited_for : WaitingTests
{
    protected override Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);
}

[Collection(UsesServers.Name)]
public sealed class When_a_slot_is_waited_for_on_PostgreSQL(SharedServers servers) : WaitingTests
{
    protected override async Task<string[]> SettingsAsync() => [.. (await servers.NewPlaceAsync()).Settings];
}

public abstract class WaitingTests
{
    protected abstract Task<string[]> SettingsAsync();

    private static readonly TimeOnly Five = new(17, 0);
    private static readonly TimeOnly Six = new(18, 0);
    private static readonly TimeOnly Seven = new(19, 0);

    private const string Release = "DELETE FROM site_bookings; DELETE FROM port_bookings; UPDATE bookings SET state = 'Released', expires_at = NULL WHERE state = 'Held'";

    private readonly Guid _first = Guid.CreateVersion7();

    [Fact]
    public async Task Should_hold_what_is_given_back_for_the_one_that_waits()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var later = await WaitAsync(host, 2, PriorityClass.Normal);

        await host.PublishAsync(Wishes.Release(_first, 1));

        (await HeldAsync(host, later)).Slot.Start.ShouldBe(Wishes.At(17, 0));
        (await WaitingAsync(host)).ShouldBe(0);
        (await host.AskAsync(Wishes.Waiting(later, 2, PriorityClass.Normal, Five, Six, 1))).ShouldBeOfType<SlotHeld>();
        (await host.AskAsync(Wishes.Confirm(later, 1))).ShouldBeOfType<SlotConfirmed>();
    }

    [Fact]
    public async Task Should_serve_by_class_then_since_when_and_leave_the_others_in_the_queue()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var (patient, early, high) = (await WaitAsync(host, 3, PriorityClass.Normal), await WaitAsync(host, 2, PriorityClass.Normal), await WaitAsync(host, 4, PriorityClass.High));

        await host.PublishAsync(Wishes.Release(_first, 1));
        await HeldAsync(host, high);
        await host.PublishAsync(Wishes.Release(high, 1));
        await HeldAsync(host, early);
        await host.PublishAsync(Wishes.Release(early, 1));
        await HeldAsync(host, patient);

        host.Heard.All<SlotHeld>().Select(held => held.ConferenceId).ShouldBe([_first, high, early, patient]);
    }

    [Fact]
    public async Task Should_keep_the_order_however_fast_it_is_given_back()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var waiting = new List<Guid>();
        foreach (var serial in Enumerable.Range(2, 10))
            waiting.Add(await WaitAsync(host, serial, PriorityClass.Normal));

        for (var (served, owner) = (1, _first); served <= waiting.Count; served++)
        {
            await host.PublishAsync(Wishes.Release(owner, 1));
            await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotHeld>().Count() > served));
            owner = host.Heard.All<SlotHeld>().Last().ConferenceId;
        }

        host.Heard.All<SlotHeld>().Select(held => held.ConferenceId).ShouldBe([_first, .. waiting]);
    }

    [Fact]
    public async Task Should_pass_over_one_that_does_not_fit()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var long2 = Guid.CreateVersion7();
        await host.AskAsync(Fixed(_first));
        await host.AskAsync(Fixed(Guid.CreateVersion7(), Wishes.At(18, 0)));
        var wish = Wishes.Waiting(long2, 2, PriorityClass.High, Five, Seven, 1);
        (await host.AskAsync(wish with { Criteria = wish.Criteria with { DurationMinutes = 120 } })).ShouldBeOfType<SlotUnavailable>().Waiting.ShouldBeTrue();
        var brief = Guid.CreateVersion7();
        await host.AskAsync(Wishes.Waiting(brief, 3, PriorityClass.Low, Five, Seven, 1));

        await host.PublishAsync(Wishes.Release(_first, 1));

        await HeldAsync(host, brief);
        (await WaitingAsync(host)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_hold_what_expires_and_what_a_move_leaves()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var (second, third) = (await WaitAsync(host, 2, PriorityClass.Normal), await WaitAsync(host, 3, PriorityClass.Normal));

        await host.AskAsync(Wishes.Hold(_first, 2, Wishes.At(12, 0), 1));
        await HeldAsync(host, second);
        host.Clock.Ahead = TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1);

        await HeldAsync(host, third);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
    public async Task Should_serve_what_a_process_that_died_after_releases_has_left(int releases)
    {
        var settings = await SettingsAsync();
        await using var before = await BookingHost.StartAsync(settings);
        await before.RegisterAsync(2);
        var later = await WaitAsync(before, 2, PriorityClass.Normal);
        await TriedAsync(before);

        // What a release commits; nobody is there to hear of it.
        await before.StopAsync();
        await before.InAsync<BookingStore, int>(async store =>
        {
            await store.Database.ExecuteSqlRawAsync(store.IsSqlite ? Release : $"SET search_path TO booking; {Release}");
            store.AddRange(Enumerable.Range(0, releases).Select(_ => new FreedTime { From = Wishes.At(17, 0), To = Wishes.At(18, 0) }));
            return await store.SaveChangesAsync();
        });
        await using var host = await before.RestartAsync(settings);

        await HeldAsync(host, later);
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => !await store.FreedTimes.AnyAsync()));
    }

    [Theory]
    [InlineData(18, 0)]
    [InlineData(17, 30)]
    public async Task Should_hold_what_lies_next_to_the_slot_that_it_leaves(int hour, int minute)
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var (waits, behind) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.AskAsync(Fixed(waits));
        await host.AskAsync(Fixed(_first, Wishes.At(18, 0)));
        var wish = Wishes.Waiting(waits, 2, PriorityClass.Normal, Five, Seven, 1);
        var leave = new TimeRange { Start = Wishes.At(17, 0), End = Wishes.At(hour, minute) };
        (await host.AskAsync(wish with { Revision = 2, Criteria = wish.Criteria with { Avoid = [leave] } })).ShouldBeOfType<SlotUnavailable>().KeptRevision.ShouldBe(1);
        await host.AskAsync(Wishes.Waiting(behind, 3, PriorityClass.Normal, Five, Six, 1));
        await TriedAsync(host);

        await host.PublishAsync(Wishes.Release(_first, 1));

        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotHeld>().Any(held => held.Revision == 2)));
        host.Heard.All<SlotHeld>().Single(held => held.Revision == 2).Slot.Start.ShouldBe(leave.End);
        if (leave.End == Wishes.At(18, 0))
            (await HeldAsync(host, behind)).Slot.Start.ShouldBe(Wishes.At(17, 0));
    }

    [Fact]
    public async Task Should_hold_as_soon_as_a_connection_test_is_passed_where_one_is_needed()
    {
        await using var host = await BookingHost.StartAsync([.. await SettingsAsync(), "--Booking:ConnectionTest=block"]);
        await host.RegisterAsync(1);
        var waits = Guid.CreateVersion7();
        (await host.AskAsync(Wishes.Waiting(waits, 1, PriorityClass.Normal, Five, Six, 1))).ShouldBeOfType<SlotUnavailable>().Explanation.Blocking.ShouldContain(remark => remark.Code == "site_untested");
        await TriedAsync(host);

        await host.PublishAsync(new ConnectionTestRecorded
        {
            TestId = Guid.CreateVersion7(), SiteId = "H1301-1", HospitalId = "H1301", TestedAt = Wishes.At(0, 0).AddDays(-20), Passed = true, ValidUntil = Wishes.At(0, 0).AddDays(90),
        });

        await HeldAsync(host, waits);
    }

    [Fact]
    public async Task Should_wait_no_longer_when_it_stops_or_is_released()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var (second, third) = (await WaitAsync(host, 2, PriorityClass.Normal), await WaitAsync(host, 3, PriorityClass.Normal));

        await host.PublishAsync(new StopWaiting { ConferenceId = second, Revision = 1 });
        await host.PublishAsync(Wishes.Release(third, 2));
        await BookingHost.UntilAsync(async () => await WaitingAsync(host) == 0);
        await host.PublishAsync(Wishes.Release(_first, 1));
        await BookingHost.UntilAsync(async () => await host.SitesBookedAsync() == 0);

        host.Heard.All<SlotHeld>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_not_lose_what_is_offered_to_a_release_of_an_earlier_attempt()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        await host.AskAsync(Fixed(_first));
        var later = Guid.CreateVersion7();
        await host.AskAsync(Wishes.Waiting(later, 2, PriorityClass.Normal, Five, Six, 1) with { Revision = 2 });
        await host.PublishAsync(Wishes.Release(_first, 1));
        await HeldAsync(host, later);

        await host.PublishAsync(Wishes.Release(later, 1));

        (await host.AskAsync(Wishes.Confirm(later, 2))).ShouldBeOfType<SlotConfirmed>();
    }

    private static HoldSlot Fixed(Guid conferenceId, DateTimeOffset? start = null) => Wishes.Hold(conferenceId, 1, start ?? Wishes.At(17, 0), 1);

    [Fact]
    public async Task Should_not_move_what_is_final_for_a_wish_that_comes_late()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        await host.AskAsync(Wishes.Hold(_first, 1, Wishes.At(17, 0), 1));

        (await host.AskAsync(Wishes.Confirm(_first, 1) with { Attempt = 2 })).ShouldBeOfType<SlotConfirmed>();
        var late = Wishes.Waiting(_first, 1, PriorityClass.Normal, Six, Seven, 1) with { Revision = 2 };

        (await host.AskAsync(late)).ShouldBeOfType<SlotUnavailable>().Waiting.ShouldBeFalse();
        (await WaitingAsync(host)).ShouldBe(0);
        await ShouldBeFinalAsync(host, _first, Wishes.At(17, 0));
    }

    [Fact]
    public async Task Should_take_off_the_list_what_becomes_final_though_it_was_final_before()
    {
        await using var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        var conference = Guid.CreateVersion7();
        await host.AskAsync(Wishes.Hold(_first, 1, Wishes.At(17, 0), 1));
        await host.AskAsync(Wishes.Hold(conference, 1, Wishes.At(18, 0), 1));
        await host.AskAsync(Wishes.Confirm(conference, 1) with { Attempt = 1 });
        var other = Wishes.Waiting(conference, 1, PriorityClass.Normal, Five, Six, 1) with { Revision = 2 };
        (await host.AskAsync(other)).ShouldBeOfType<SlotUnavailable>().Waiting.ShouldBeTrue();

        (await host.AskAsync(Wishes.Confirm(conference, 1) with { Attempt = 2 })).ShouldBeOfType<SlotConfirmed>();
        await host.PublishAsync(Wishes.Release(_first, 1));
        await TriedAsync(host);

        (await WaitingAsync(host)).ShouldBe(0);
        await ShouldBeFinalAsync(host, conference, Wishes.At(18, 0));
    }

    private static async Task ShouldBeFinalAsync(BookingHost host, Guid conferenceId, DateTimeOffset start)
    {
        var booking = await host.InAsync<BookingStore, ConferenceBooking>(store => store.Bookings.AsNoTracking().SingleAsync(one => one.ConferenceId == conferenceId));
        (booking.State, booking.Revision, booking.Start).ShouldBe((BookingState.Confirmed, 1, start));
    }

    /// <summary>The first has the only hour, and another waits for it.</summary>
    private async Task<Guid> WaitAsync(BookingHost host, int serial, PriorityClass priority)
    {
        var id = Guid.CreateVersion7();
        if (await host.SitesBookedAsync() == 0)
            await host.AskAsync(Fixed(_first));
        (await host.AskAsync(Wishes.Waiting(id, serial, priority, Five, Six, 1))).ShouldBeOfType<SlotUnavailable>().Waiting.ShouldBeTrue();
        return id;
    }

    private static async Task<SlotHeld> HeldAsync(BookingHost host, Guid conferenceId)
    {
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotHeld>().Any(held => held.ConferenceId == conferenceId)));
        return host.Heard.All<SlotHeld>().Single(held => held.ConferenceId == conferenceId);
    }

    /// <summary>Until everybody has been tried once and nothing is left to be offered: from here on only news wakes anybody.</summary>
    private static Task TriedAsync(BookingHost host) =>
        BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => await store.Waiting.AllAsync(waiting => waiting.TriedAt != null) && !await store.FreedTimes.AnyAsync()));

    private static Task<int> WaitingAsync(BookingHost host) => host.InAsync<BookingStore, int>(store => store.Waiting.CountAsync());
}

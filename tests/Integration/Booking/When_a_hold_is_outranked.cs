using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

/// <summary>One hospital; a hold has an hour of its evening, and a conference of another class wants just that hour.</summary>
public sealed class When_a_hold_is_outranked : OutrankingTests
{
    protected override Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);
}

[Collection(UsesServers.Name)]
public sealed class When_a_hold_is_outranked_on_PostgreSQL(SharedServers servers) : OutrankingTests
{
    protected override async Task<string[]> SettingsAsync() => [.. (await servers.NewPlaceAsync()).Settings];
}

public abstract class OutrankingTests
{
    protected abstract Task<string[]> SettingsAsync();

    private static readonly TimeOnly Five = new(17, 0);
    private static readonly TimeOnly Six = new(18, 0);
    private static readonly TimeOnly Ten = new(22, 0);

    private readonly Guid _low = Guid.CreateVersion7();
    private readonly Guid _high = Guid.CreateVersion7();

    [Fact]
    public async Task Should_move_the_lower_and_never_leave_it_without_a_slot()
    {
        await using var host = await StartAsync();
        var before = await HoldLowAsync(host, Ten);
        await host.AskAsync(High(before));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotDisrupted>().Any()));

        var asked = host.Heard.All<SlotDisrupted>().ShouldHaveSingleItem();
        (asked.ConferenceId, asked.Revision, asked.Cause, asked.Required).ShouldBe((_low, 1, DisruptionCause.Outranked, false));
        (await SlotsAsync(host)).ShouldBe([(_low, before.Start)]);

        // What Requests does then.
        var wish = Low(Ten);
        await host.PublishAsync(wish with { Revision = 2, Criteria = wish.Criteria with { Avoid = [asked.Leave!] } });
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotHeld>().Any(held => held.ConferenceId == _high)));

        var after = host.Heard.All<SlotHeld>().Single(held => held.ConferenceId == _low && held.Revision == 2).Slot;
        (await SlotsAsync(host)).ShouldBe([(_high, before.Start), (_low, after.Start)], ignoreOrder: true);
        (await host.InAsync<BookingStore, int>(store => store.Waiting.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_leave_alone_one_that_has_no_other_time()
    {
        await using var host = await StartAsync();
        await ShouldNotBeAskedAsync(host, High(await HoldLowAsync(host, Six)));
    }

    [Fact]
    public async Task Should_leave_alone_one_of_the_same_class_and_one_that_is_confirmed()
    {
        await using var host = await StartAsync();
        var before = await HoldLowAsync(host, Ten);
        await ShouldNotBeAskedAsync(host, High(before) with { ConferenceId = Guid.CreateVersion7(), Priority = PriorityClass.Low });
        await host.AskAsync(Wishes.Confirm(_low, 1));

        await ShouldNotBeAskedAsync(host, High(before));
    }

    [Fact]
    public async Task Should_leave_alone_one_within_the_freeze()
    {
        await using var host = await StartAsync("--Booking:FreezeDays=30");
        await ShouldNotBeAskedAsync(host, High(await HoldLowAsync(host, Ten)));
    }

    private async Task<BookingHost> StartAsync(params string[] settings)
    {
        var host = await BookingHost.StartAsync([.. await SettingsAsync(), "--Booking:FreezeDays=7", .. settings]);
        await host.RegisterAsync(1);
        return host;
    }

    private async Task<BookedSlot> HoldLowAsync(BookingHost host, TimeOnly to) => (await host.AskAsync(Low(to))).ShouldBeOfType<SlotHeld>().Slot;

    private static async Task ShouldNotBeAskedAsync(BookingHost host, HoldSlot wish)
    {
        (await host.AskAsync(wish)).ShouldBeOfType<SlotUnavailable>();
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Waiting.AllAsync(waiting => waiting.TriedAt != null)));
        host.Heard.All<SlotDisrupted>().ShouldBeEmpty();
    }

    private static Task<List<(Guid, DateTimeOffset)>> SlotsAsync(BookingHost host) => host.InAsync<BookingStore, List<(Guid, DateTimeOffset)>>(async store =>
        [.. (await store.SiteBookings.AsNoTracking().ToListAsync()).Select(row => (row.ConferenceId, row.Start))]);

    private HoldSlot Low(TimeOnly to) => Wishes.Waiting(_low, 1, PriorityClass.Low, Five, to, 1) with { Wait = null };

    private HoldSlot High(BookedSlot wanted) => Wishes.Waiting(_high, 2, PriorityClass.High, Local(wanted.Start), Local(wanted.End), 1);

    private static TimeOnly Local(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(9)).DateTime);
}

using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_a_slot_is_held
{
    private readonly Guid _conference = Guid.CreateVersion7();

    [Fact]
    public async Task Should_answer_each_command_twice_alike_and_act_once()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(2);
        var hold = Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1, 2);

        var held = await host.AskAsync(hold);
        held.ShouldBeOfType<SlotHeld>().Slot.Start.ShouldBe(Wishes.HalfPastFive);
        (await host.AskAsync(hold)).ShouldBeEquivalentTo(held);
        (await host.AskAsync(Wishes.Confirm(_conference, 1))).ShouldBeOfType<SlotConfirmed>();
        (await host.AskAsync(Wishes.Confirm(_conference, 1))).ShouldBeOfType<SlotConfirmed>();
        (await host.SitesBookedAsync()).ShouldBe(2);
        await host.PublishAsync(Wishes.Release(_conference, 1), Wishes.Release(_conference, 1));
        await BookingHost.UntilAsync(async () => await host.SitesBookedAsync() == 0);
        (await host.AskAsync(hold)).ShouldBeEquivalentTo(held);
        (await host.SitesBookedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_move_to_overlapping_time_in_one_step_and_confirm_only_the_newest()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(2);
        await host.AskAsync(Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1, 2));

        (await host.AskAsync(Wishes.Hold(_conference, 2, Wishes.At(18, 0), 1, 2))).ShouldBeOfType<SlotHeld>();

        (await host.InAsync<BookingStore, List<DateTimeOffset>>(store => store.SiteBookings.Select(site => site.Start).ToListAsync())).ShouldBe([Wishes.At(18, 0), Wishes.At(18, 0)]);
        (await host.AskAsync(Wishes.Confirm(_conference, 1))).ShouldBeOfType<SlotUnavailable>().Explanation.Summary.Code.ShouldBe("no_hold");
        (await host.AskAsync(Wishes.Confirm(_conference, 2))).ShouldBeOfType<SlotConfirmed>();
    }

    [Fact]
    public async Task Should_keep_the_old_slot_when_the_new_one_is_taken()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(2);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(19, 0), 2));
        await host.AskAsync(Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1, 2));

        var refusal = (await host.AskAsync(Wishes.Hold(_conference, 2, Wishes.At(19, 0), 1, 2))).ShouldBeOfType<SlotUnavailable>();

        refusal.Explanation.BlockingHospitals.ShouldBe(["H1302"]);
        (await host.AskAsync(Wishes.Confirm(_conference, 1))).ShouldBeOfType<SlotConfirmed>();
        (await host.SitesBookedAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Should_change_nothing_for_what_comes_too_late()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(2);
        await host.AskAsync(Wishes.Hold(_conference, 3, Wishes.HalfPastFive, 1, 2));

        (await host.AskAsync(Wishes.Hold(_conference, 2, Wishes.At(19, 0), 1, 2))).ShouldBeOfType<SlotUnavailable>().Explanation.Summary.Code.ShouldBe("superseded");
        await host.PublishAsync(Wishes.Release(_conference, 2));

        (await host.AskAsync(Wishes.Confirm(_conference, 3))).ShouldBeOfType<SlotConfirmed>();
        (await host.SitesBookedAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Should_not_hold_what_was_released_before()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(1);
        await host.PublishAsync(Wishes.Release(_conference, 1));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Bookings.AnyAsync(booking => booking.State == BookingState.Released)));

        (await host.AskAsync(Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1))).ShouldBeOfType<SlotUnavailable>();
        (await host.AskAsync(Wishes.Hold(_conference, 2, Wishes.HalfPastFive, 1))).ShouldBeOfType<SlotHeld>();
    }

    [Fact]
    public async Task Should_give_it_back_when_nobody_confirms_in_time()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(1);
        await host.AskAsync(Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1));

        host.Clock.Ahead = TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1);
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotHoldExpired>().Any()));

        (await host.SitesBookedAsync()).ShouldBe(0);
        (await host.AskAsync(Wishes.Confirm(_conference, 1))).ShouldBeOfType<SlotUnavailable>();
        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1))).ShouldBeOfType<SlotHeld>();
        host.Heard.All<SlotHoldExpired>().ShouldHaveSingleItem().ConferenceId.ShouldBe(_conference);
    }
}

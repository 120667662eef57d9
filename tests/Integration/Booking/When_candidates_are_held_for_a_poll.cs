using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_candidates_are_held_for_a_poll : CandidateTests
{
    protected override Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);
}

[Collection(UsesServers.Name)]
public sealed class When_candidates_are_held_for_a_poll_on_PostgreSQL(SharedServers servers) : CandidateTests
{
    protected override async Task<string[]> SettingsAsync() => [.. (await servers.NewPlaceAsync()).Settings];
}

public abstract class CandidateTests
{
    private static readonly DateTimeOffset First = Wishes.At(12, 0);
    private static readonly DateTimeOffset Second = Wishes.At(13, 0);
    private static readonly DateTimeOffset Third = Wishes.HalfPastFive;

    private readonly Guid _conference = Guid.CreateVersion7();

    protected abstract Task<string[]> SettingsAsync();

    [Fact]
    public async Task Should_hold_all_that_is_free_and_say_why_the_rest_is_not()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Third, 2));

        var held = (await host.AskAsync(Wishes.Candidates(_conference, 1, [Third, Second, First], 1, 2))).ShouldBeOfType<CandidatesHeld>();

        held.Candidates.Select(candidate => candidate.Slot.Start).ShouldBe([First, Second]);
        held.NotHeld.ShouldHaveSingleItem().Start.ShouldBe(Third);
        held.NotHeld[0].Why.Code.ShouldBe("site_booked");
        (await host.SitesBookedAsync()).ShouldBe(1 + 4);
        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Second, 2))).ShouldBeOfType<SlotUnavailable>();
        (await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second, Third], 1, 2))).ShouldBeEquivalentTo(held);
    }

    [Fact]
    public async Task Should_hold_nothing_where_only_one_is_free_and_offer_that_one()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Third, 2));

        var refusal = (await host.AskAsync(Wishes.Candidates(_conference, 1, [Third, First], 1, 2))).ShouldBeOfType<SlotUnavailable>();

        refusal.Explanation.Summary.Code.ShouldBe("one_candidate");
        refusal.Explanation.Relaxations.ShouldHaveSingleItem().Start.ShouldBe(First);
        (await host.SitesBookedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Should_keep_the_one_decided_on_and_free_the_others_with_the_same_commit()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second, Third], 1, 2));

        var taken = (await host.AskAsync(Wishes.Take(_conference, 2, 1, Second))).ShouldBeOfType<SlotHeld>();

        taken.Slot.Start.ShouldBe(Second);
        (await host.AskAsync(Wishes.Take(_conference, 2, 1, Second))).ShouldBeEquivalentTo(taken);
        (await host.InAsync<BookingStore, List<DateTimeOffset>>(store => store.SiteBookings.Select(site => site.Start).Distinct().ToListAsync())).ShouldBe([Second]);
        (await host.InAsync<BookingStore, List<int>>(store => store.PortBookings.Select(ports => ports.Candidate).Distinct().ToListAsync())).ShouldBe([0]);
        (await host.InAsync<BookingStore, bool>(store => store.Candidates.AnyAsync())).ShouldBeFalse();
        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, First, 1, 2))).ShouldBeOfType<SlotHeld>();
        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Second, 1))).ShouldBeOfType<SlotUnavailable>();
        (await host.AskAsync(Wishes.Confirm(_conference, 2))).ShouldBeOfType<SlotConfirmed>();
    }

    [Fact]
    public async Task Should_replace_candidates_by_others_or_by_a_slot_and_keep_them_where_none_is_found()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Third, 2));
        await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second], 1, 2));

        (await host.AskAsync(Wishes.Hold(_conference, 2, Third, 1, 2))).ShouldBeOfType<SlotUnavailable>().KeptRevision.ShouldBe(1);
        (await host.SitesBookedAsync()).ShouldBe(1 + 4);
        (await host.AskAsync(Wishes.Candidates(_conference, 3, [First.AddMinutes(30), Second.AddMinutes(30)], 1, 2))).ShouldBeOfType<CandidatesHeld>();
        (await host.SitesBookedAsync()).ShouldBe(1 + 4);
        (await host.AskAsync(Wishes.Take(_conference, 4, 1, First))).ShouldBeOfType<SlotUnavailable>();
        (await host.AskAsync(Wishes.Hold(_conference, 5, First, 1, 2))).ShouldBeOfType<SlotHeld>();
        (await host.SitesBookedAsync()).ShouldBe(1 + 2);
    }

    [Fact]
    public async Task Should_say_which_candidates_are_kept_where_too_few_are_found()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Third, 2));
        (await host.AskAsync(Wishes.Candidates(_conference, 1, [Third, First], 1, 2))).ShouldBeOfType<SlotUnavailable>().KeptRevision.ShouldBeNull();
        await host.AskAsync(Wishes.Candidates(_conference, 2, [First, Second], 1, 2));
        await host.AskAsync(Wishes.Candidates(_conference, 3, [First.AddMinutes(30), Second.AddMinutes(30)], 1, 2));

        var refusal = (await host.AskAsync(Wishes.Candidates(_conference, 4, [Third, First], 1, 2))).ShouldBeOfType<SlotUnavailable>();

        refusal.KeptRevision.ShouldBe(3);
    }

    [Fact]
    public async Task Should_give_each_back_at_its_own_time_and_all_on_release()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second], 1));
        await host.PublishAsync(Wishes.Release(_conference, 2));
        await BookingHost.UntilAsync(async () => await host.SitesBookedAsync() == 0);
        var other = Guid.CreateVersion7();
        await host.AskAsync(Wishes.Candidates(other, 1, [First, Second], 1));

        host.Clock.Ahead = Wishes.At(0, 0).AddDays(-3) - TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<CandidateExpired>().Count() == 2));

        host.Heard.All<CandidateExpired>().Select(gone => (gone.ConferenceId, gone.Start)).ShouldBe([(other, First), (other, Second)], ignoreOrder: true);
        (await host.SitesBookedAsync()).ShouldBe(0);
        (await host.InAsync<BookingStore, BookingState>(store => store.Bookings.Where(booking => booking.ConferenceId == other).Select(booking => booking.State).SingleAsync())).ShouldBe(BookingState.Expired);
        (await host.AskAsync(Wishes.Take(other, 2, 1, First))).ShouldBeOfType<SlotUnavailable>();
    }

    [Fact]
    public async Task Should_give_back_those_whose_required_site_is_closed_and_say_why()
    {
        await using var host = await StartAsync();
        var wish = Wishes.Candidates(_conference, 1, [First, Second, Third], 1, 2, 3);
        await host.PublishAsync(Wishes.Hospital(3));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Hospitals.AnyAsync(hospital => hospital.HospitalId == "H1303")));
        await host.AskAsync(wish with { Criteria = wish.Criteria with { Participants = [.. wish.Criteria.Participants.Select(hospital => hospital with { Required = hospital.HospitalId != "H1303" })] } });

        // An optional hospital is no reason.
        await host.PublishAsync(Wishes.Closed(3, 1, (First, Third.AddHours(2))), Wishes.Closed(2, 1, (First, Second.AddMinutes(5))));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<CandidateExpired>().Count() == 2));

        host.Heard.All<CandidateExpired>().Select(gone => (gone.ConferenceId, gone.Revision, gone.Start, gone.Why?.Code)).ShouldBe([(_conference, 1, First, "site_closed"), (_conference, 1, Second, "site_closed")], ignoreOrder: true);
        (await host.InAsync<BookingStore, List<DateTimeOffset>>(store => store.SiteBookings.Select(site => site.Start).Distinct().ToListAsync())).ShouldBe([Third]);
        (await host.InAsync<BookingStore, int>(store => store.PortBookings.Select(ports => ports.Candidate).Distinct().CountAsync())).ShouldBe(1);
        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, First, 1))).ShouldBeOfType<SlotHeld>();
        // The one that is left is still held when another is decided on too late.
        (await host.AskAsync(Wishes.Take(_conference, 2, 1, First))).ShouldBeOfType<SlotUnavailable>().KeptRevision.ShouldBe(1);
        (await host.AskAsync(Wishes.Take(_conference, 3, 1, Third))).ShouldBeOfType<SlotHeld>();
    }

    [Fact]
    public async Task Should_have_nothing_left_when_all_are_given_back()
    {
        await using var host = await StartAsync();
        await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second, Third], 1, 2));

        await host.PublishAsync(Wishes.Hospital(2, version: 2, withdrawn: true));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<CandidateExpired>().Count() == 3));

        host.Heard.All<CandidateExpired>().ShouldAllBe(gone => gone.Why!.Code == "hospital_withdrawn");
        (await host.SitesBookedAsync()).ShouldBe(0);
        (await host.InAsync<BookingStore, BookingState>(store => store.Bookings.Select(booking => booking.State).SingleAsync())).ShouldBe(BookingState.Expired);
    }

    [Fact]
    public async Task Should_give_back_those_on_ports_that_are_gone_after_a_restart()
    {
        var place = await SettingsAsync();
        await using var before = await BookingHost.StartAsync([.. place, "--Bridges:0:Id=one", "--Bridges:0:Ports=60"]);
        await before.RegisterAsync(2);
        await before.AskAsync(Wishes.Candidates(_conference, 1, [First, Third], 1, 2));

        await using var host = await before.RestartAsync([.. place, "--Bridges:0:Id=one", "--Bridges:0:Ports=60",
            $"--Bridges:0:Maintenance:0:From={First:O}", $"--Bridges:0:Maintenance:0:To={Second:O}"]);

        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<CandidateExpired>().Any()));
        host.Heard.All<CandidateExpired>().ShouldHaveSingleItem().Start.ShouldBe(First);
    }

    [Fact]
    public async Task Should_take_the_best_of_a_window_from_different_days()
    {
        await using var host = await StartAsync();
        var window = new DateWindow { From = Wishes.Day, To = Wishes.Day.AddDays(6) };
        var command = Wishes.Candidates(_conference, 1, [], 1, 2);

        var held = (await host.AskAsync(command with { Best = 3, Criteria = command.Criteria with { Window = window } })).ShouldBeOfType<CandidatesHeld>();

        held.Candidates.Count.ShouldBe(3);
        held.Candidates.Select(candidate => candidate.Slot.Start.ToOffset(TimeSpan.FromHours(9)).Date).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Should_count_the_ports_of_candidates_side_by_side()
    {
        await using var host = await BookingHost.StartAsync([.. await SettingsAsync(), "--Bridges:0:Id=small", "--Bridges:0:Ports=3"]);
        await host.RegisterAsync(2);

        // The second would set up while the first is still on: four ports of three.
        var refusal = (await host.AskAsync(Wishes.Candidates(_conference, 1, [First, Second], 1, 2))).ShouldBeOfType<SlotUnavailable>();

        refusal.Explanation.Summary.Code.ShouldBe("one_candidate");
        refusal.Explanation.Blocking.ShouldHaveSingleItem().Code.ShouldBe("ports_of_other_candidates");
    }

    private async Task<BookingHost> StartAsync()
    {
        var host = await BookingHost.StartAsync(await SettingsAsync());
        await host.RegisterAsync(2);
        return host;
    }
}

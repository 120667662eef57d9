using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_a_site_closes_under_its_bookings : DisruptionTests
{
    protected override Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);
}

[Collection(UsesServers.Name)]
public sealed class When_a_site_closes_under_its_bookings_on_PostgreSQL(SharedServers servers) : DisruptionTests
{
    protected override async Task<string[]> SettingsAsync() => [.. (await servers.NewPlaceAsync()).Settings];
}

public abstract class DisruptionTests
{
    protected abstract Task<string[]> SettingsAsync();

    private string[]? _place;

    private readonly Guid _conference = Guid.CreateVersion7();

    [Fact]
    public async Task Should_tell_of_each_affected_conference_once_and_when_it_stands_again()
    {
        await using var host = await StartAsync();
        var (elsewhere, later) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.AskAsync(Wishes.Hold(elsewhere, 1, Wishes.HalfPastFive, 3));
        await host.AskAsync(Wishes.Hold(later, 1, Wishes.At(19, 0), 1, 2));

        await host.PublishAsync(Wishes.Closed(2, 2, (Wishes.At(17, 0), Wishes.At(18, 45))));
        var told = await DisruptedAsync(host);

        (told.ConferenceId, told.Revision, told.Cause, told.Required).ShouldBe((_conference, 1, DisruptionCause.Site, true));
        told.HospitalIds.ShouldBe(["H1302"]);
        told.Explanation.Blocking.ShouldContain(remark => remark.Code == "site_closed");
        (await host.SitesBookedAsync()).ShouldBe(5);

        await host.PublishAsync(Wishes.Closed(2, 3, (Wishes.At(17, 0), Wishes.At(18, 46))));
        await host.PublishAsync(Wishes.Closed(2, 4));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotStandsAgain>().Any()));
        host.Heard.All<SlotStandsAgain>().ShouldHaveSingleItem().ConferenceId.ShouldBe(_conference);
        host.Heard.All<SlotDisrupted>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_not_be_misled_by_old_news()
    {
        await using var host = await StartAsync();
        await host.PublishAsync(Wishes.Closed(2, 5));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Closures.AnyAsync(closures => closures.Version == 5)));

        await host.PublishAsync(Wishes.Closed(2, 4, (Wishes.At(17, 0), Wishes.At(18, 45))));
        await host.PublishAsync(Wishes.Hospital(1, version: 2, withdrawn: true));

        (await DisruptedAsync(host)).HospitalIds.ShouldBe(["H1301"]);
        host.Heard.All<SlotDisrupted>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_say_of_an_optional_hospital_that_the_conference_goes_on_without()
    {
        await using var host = await StartAsync();
        var wish = Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(12, 0), 1, 3);
        await host.AskAsync(wish with { Criteria = wish.Criteria with { Participants = [.. wish.Criteria.Participants.Select(hospital => hospital with { Required = hospital.HospitalId != "H1303" })] } });

        await host.PublishAsync(Wishes.Hospital(3, version: 2, withdrawn: true));

        var told = await DisruptedAsync(host);
        (told.ConferenceId, told.Required).ShouldBe((wish.ConferenceId, false));
        told.Explanation.Summary.Ja.ShouldBe("任意参加の第3病院は、この日時に端末を使えなくなりました。");
    }

    [Fact]
    public async Task Should_tell_of_a_site_that_needs_more_ports_and_find_them_at_the_same_time()
    {
        await using var host = await StartAsync();

        await host.PublishAsync(WithPorts(2, version: 2, ports: 3));

        var told = await DisruptedAsync(host);
        (told.ConferenceId, told.Cause, told.Required, told.Explanation.Summary.Code).ShouldBe((_conference, DisruptionCause.Bridge, true, "ports_outgrown"));
        (await host.AskAsync(Wishes.Hold(_conference, 2, Wishes.HalfPastFive, 1, 2))).ShouldBeOfType<SlotHeld>().Slot.Start.ShouldBe(Wishes.HalfPastFive);
        (await host.InAsync<BookingStore, int>(store => store.PortBookings.SumAsync(row => row.LastPort - row.FirstPort + 1))).ShouldBe(4);

        // Fewer are no trouble.
        await host.PublishAsync(WithPorts(2, version: 3, ports: 1));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store =>
            await store.Hospitals.AnyAsync(hospital => hospital.Version == 3) && !await store.SiteChecks.AnyAsync(check => check.DueAt <= host.Clock.GetUtcNow())));
        (await host.InAsync<BookingStore, bool>(store => store.Disruptions.AnyAsync(reported => reported.Revision == 2))).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_look_at_the_others_where_one_cannot_be_looked_at_and_at_that_one_again()
    {
        await using var host = await StartAsync("--Booking:WaitingSweepSeconds=1", "--Logging:LogLevel:Conference.Booking.Standing=None");
        var (earlier, later) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.AskAsync(Wishes.Hold(earlier, 1, Wishes.At(12, 0), 2));
        await host.AskAsync(Wishes.Hold(later, 1, Wishes.At(19, 0), 2));
        var body = await BodyAsync(host, _conference, "{");

        await host.PublishAsync(Wishes.Closed(2, 2, (Wishes.At(9, 0), Wishes.At(21, 0))));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotDisrupted>().Count() == 2));
        host.Heard.All<SlotDisrupted>().Select(told => told.ConferenceId).ShouldBe([earlier, later], ignoreOrder: true);

        await BodyAsync(host, _conference, body);
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotDisrupted>().Any(told => told.ConferenceId == _conference)));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => !await store.SiteChecks.AnyAsync(check => check.DueAt <= host.Clock.GetUtcNow())));
    }

    [Theory]
    [InlineData("national", "--Bridges:0:Ports=1")]
    [InlineData("other", "--Bridges:0:Ports=60")]
    [InlineData("national", "--Bridges:0:Ports=60", "--Bridges:0:Reach:0=H1301", "--Bridges:1:Id=other", "--Bridges:1:Ports=60")]
    [InlineData("national", "--Bridges:0:Ports=60", "--Bridges:0:Maintenance:0:Day=WEEKDAY", "--Bridges:0:Maintenance:0:FromTime=18:00", "--Bridges:0:Maintenance:0:ToTime=18:05")]
    public async Task Should_find_those_on_ports_that_are_gone_after_a_restart(string bridge, params string[] settings)
    {
        await using var before = await StartAsync("--Bridges:0:Id=national", "--Bridges:0:Ports=60");

        await using var host = await before.RestartAsync([.. _place!, "--Bridges:0:Id=" + bridge, .. settings.Select(setting => setting.Replace("WEEKDAY", Wishes.Day.DayOfWeek.ToString()[..3], StringComparison.Ordinal))]);

        var told = await DisruptedAsync(host);
        (told.ConferenceId, told.Cause, told.Required).ShouldBe((_conference, DisruptionCause.Bridge, true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_find_those_on_two_bridges_that_are_linked_no_more_after_a_restart(bool linked)
    {
        string[] bridges = ["--Bridges:0:Id=east", "--Bridges:0:Ports=60", "--Bridges:1:Id=west", "--Bridges:1:Ports=60"];
        await using var before = await StartAsync([.. bridges, "--Bridges:0:Reach:0=H1301", "--Bridges:0:Links:0=west", "--Bridges:1:Reach:0=H1302"]);

        // Either serves both by now, so that the same slot could be had without the link.
        await using var host = await before.RestartAsync([.. _place!, .. bridges, .. linked ? ["--Bridges:0:Links:0=west"] : Array.Empty<string>()]);

        if (!linked)
            (await DisruptedAsync(host)).Explanation.Summary.Code.ShouldBe("bridge_out_of_reach");
        // Each is looked at once at the start, before anything that is said of sites.
        await host.PublishAsync(Wishes.Closed(1, 1, (Wishes.At(8, 0), Wishes.At(8, 5))));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => await store.Closures.AnyAsync() && !await store.SiteChecks.AnyAsync(check => check.DueAt <= host.Clock.GetUtcNow())));
        (await host.InAsync<BookingStore, int>(store => store.Disruptions.CountAsync())).ShouldBe(linked ? 0 : 1);
    }

    private static HospitalChanged WithPorts(int number, long version, int ports)
    {
        var hospital = Wishes.Hospital(number, version);
        return hospital with { Sites = [hospital.Sites[0] with { Ports = ports }] };
    }

    private async Task<BookingHost> StartAsync(params string[] settings)
    {
        _place ??= await SettingsAsync();
        var host = await BookingHost.StartAsync([.. _place, .. settings]);
        await host.RegisterAsync(3);
        await host.AskAsync(Wishes.Hold(_conference, 1, Wishes.HalfPastFive, 1, 2));
        return host;
    }

    /// <summary>Puts another text in place of the answer that gave a conference its slot, and returns the one before.</summary>
    private static Task<string> BodyAsync(BookingHost host, Guid conferenceId, string body) => host.InAsync<BookingStore, string>(async store =>
    {
        var given = await store.Answers.SingleAsync(answer => answer.ConferenceId == conferenceId);
        (var before, given.Body) = (given.Body, body);
        await store.SaveChangesAsync();
        return before;
    });

    private static async Task<SlotDisrupted> DisruptedAsync(BookingHost host)
    {
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.All<SlotDisrupted>().Any()));
        return host.Heard.All<SlotDisrupted>().First();
    }
}

using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_many_want_the_same_hour
{
    private const int Rivals = 64;

    [Fact]
    public async Task Should_hold_exactly_as_many_as_the_ports_take_and_tell_the_others_why()
    {
        await using var host = await BookingHost.StartAsync("--Bridges:0:Id=small", "--Bridges:0:Ports=21");
        await host.RegisterAsync(2 * Rivals);

        await Task.WhenAll(Enumerable.Range(1, Rivals).Select(number => host.PublishAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, number, number + Rivals))));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.Messages.Count == Rivals));

        host.Heard.All<SlotHeld>().Count().ShouldBe(10);
        host.Heard.All<SlotUnavailable>().Select(refusal => refusal.Explanation.Blocking[0].Ja).Distinct().ShouldBe(["接続ポートが不足しています（必要 2、空き最大 1）。"]);
        (await host.SitesBookedAsync()).ShouldBe(20);
    }

    [Fact]
    public async Task Should_hold_one_of_those_that_share_a_site()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(Rivals);

        await Task.WhenAll(Enumerable.Range(2, Rivals - 1).Select(number => host.PublishAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1, number))));
        await BookingHost.UntilAsync(() => Task.FromResult(host.Heard.Messages.Count == Rivals - 1));

        host.Heard.All<SlotHeld>().ShouldHaveSingleItem();
        host.Heard.All<SlotUnavailable>().ShouldAllBe(refusal => refusal.Explanation.BlockingHospitals.Single() == "H1301");
    }

    [Theory]
    [InlineData("INSERT INTO site_bookings (conference_id, site_id, start, \"end\") SELECT 'other', site_id, start + 60000, \"end\" + 60000 FROM site_bookings")]
    [InlineData("INSERT INTO port_bookings (conference_id, bridge_id, first_port, last_port, start, \"end\") SELECT 'other', bridge_id, last_port, last_port + 1, start - 60000, start + 1 FROM port_bookings")]
    [InlineData("UPDATE site_bookings SET start = (SELECT min(start) FROM site_bookings), \"end\" = (SELECT min(\"end\") FROM site_bookings)")]
    [InlineData("UPDATE port_bookings SET start = start - 86400001")]
    public async Task Should_have_overlaps_refused_by_the_store_itself(string sql)
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(1);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1));
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(19, 30), 1));

        var refused = await host.InAsync<BookingStore, SqliteException>(store => Should.ThrowAsync<SqliteException>(() => store.Database.ExecuteSqlRawAsync(sql)));

        refused.SqliteExtendedErrorCode.ShouldBe(1811);
    }

    [Fact]
    public async Task Should_allow_back_to_back()
    {
        await using var host = await BookingHost.StartAsync("--Booking:SetupMinutes=0", "--Bridges:0:Id=single", "--Bridges:0:Ports=1");
        await host.RegisterAsync(1);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1));

        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(18, 30), 1))).ShouldBeOfType<SlotHeld>();
    }
}

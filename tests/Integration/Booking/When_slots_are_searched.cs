using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

public sealed class When_slots_are_searched
{
    private static readonly Uri Search = new("/api/slots/search", UriKind.Relative);

    [Fact]
    public async Task Should_suggest_slots_with_reasons_around_what_is_booked()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(3);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 2));
        using var http = host.Http;

        var answer = await http.PostAsJsonAsync(Search, Body(["H1302"], ["H1303"]));
        var result = await answer.Content.ReadFromJsonAsync<SlotSearchResult>();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        result!.Suggestions.ShouldNotBeEmpty();
        result.Suggestions.ShouldAllBe(suggestion => suggestion.Slot.End <= Wishes.HalfPastFive || suggestion.Slot.Start >= Wishes.At(18, 30));
        result.Suggestions[0].Reasons.Select(reason => reason.Code).ShouldContain("optional_free");
        result.Suggestions[0].Slot.Sites.Select(site => site.SiteId).ShouldBe(["H1301-1", "H1302-1", "H1303-1"]);
    }

    [Fact]
    public async Task Should_not_find_a_conference_in_its_own_way()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(2);
        var conference = Guid.CreateVersion7();
        await host.AskAsync(Wishes.Hold(conference, 1, Wishes.HalfPastFive, 1, 2));
        using var http = host.Http;
        object Later(Guid? of) => new { kind = "joint_cancer_board", durationMinutes = 60, hostHospitalId = "H1301", slot = new { start = Wishes.At(18, 0) }, participants = new[] { new { hospitalId = "H1302", required = true } }, conferenceId = of };

        async Task<int> FoundAsync(Guid? of) => (await (await http.PostAsJsonAsync(Search, Later(of))).Content.ReadFromJsonAsync<SlotSearchResult>())!.Suggestions.Count;

        (await FoundAsync(null), await FoundAsync(Guid.CreateVersion7()), await FoundAsync(conference)).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task Should_show_when_sites_are_booked_and_closed()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(1);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1));
        var closure = new Closure { From = Wishes.At(9, 0), To = Wishes.At(12, 0), Reason = "点検" };
        await host.PublishAsync(new SiteClosuresChanged { SiteId = "H1301-1", HospitalId = "H1301", Version = 1, Closures = [closure], Weekly = [], ClosedOnHolidays = false });
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Closures.AnyAsync()));
        using var http = host.Http;

        var view = await http.GetFromJsonAsync<AvailabilityView>(new Uri($"/api/slots/availability?hospitals=H1301&from={Wishes.Day:yyyy-MM-dd}&to={Wishes.Day:yyyy-MM-dd}", UriKind.Relative));

        view!.Sites.ShouldHaveSingleItem().Booked.ShouldBe([new TimeRange { Start = Wishes.HalfPastFive, End = Wishes.At(18, 30) }]);
        view.Sites[0].Closed.ShouldBe([new TimeRange { Start = closure.From, End = closure.To }]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_leave_out_an_optional_hospital_that_cannot_be_connected_and_offer_to_make_a_required_one_optional(bool reached)
    {
        await using var host = reached ? await BookingHost.StartAsync() : await BookingHost.StartAsync("--Bridges:0:Id=two", "--Bridges:0:Ports=60", "--Bridges:0:Reach:0=H1301", "--Bridges:0:Reach:1=H1302");
        await host.RegisterAsync(2);
        await host.PublishAsync(Wishes.Hospital(3) with { Sites = reached ? [] : Wishes.Hospital(3).Sites });
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Hospitals.AnyAsync(hospital => hospital.HospitalId == "H1303")));
        var why = reached ? "no_active_site" : "out_of_reach";
        using var http = host.Http;

        var without = await (await http.PostAsJsonAsync(Search, Body(["H1302"], ["H1303"]))).Content.ReadFromJsonAsync<SlotSearchResult>();
        var needed = await (await http.PostAsJsonAsync(Search, Body(["H1302", "H1303"], []))).Content.ReadFromJsonAsync<SlotSearchResult>();
        var view = await http.GetFromJsonAsync<AvailabilityView>(new Uri($"/api/slots/availability?hospitals=H1301,H1303&from={Wishes.Day:yyyy-MM-dd}&to={Wishes.Day:yyyy-MM-dd}", UriKind.Relative));

        without!.Suggestions[0].LeftOut.ShouldBe(["H1303"]);
        without.Suggestions[0].Warnings.ShouldContain(warning => warning.Code == why);
        needed!.Explanation!.Blocking.ShouldHaveSingleItem().Code.ShouldBe(why);
        needed.Explanation.Relaxations.ShouldContain(relaxation => relaxation.MakeOptional.SequenceEqual(new[] { "H1303" }));
        view!.Sites.Select(site => (site.HospitalId, site.SiteId, site.Closed.Count)).ShouldBe([("H1301", "H1301-1", 0), ("H1303", reached ? null : "H1303-1", reached ? 1 : 0)]);
    }

    [Fact]
    public async Task Should_name_everything_that_is_wrong_at_once()
    {
        await using var host = await BookingHost.StartAsync();
        using var http = host.Http;

        var answer = await http.PostAsJsonAsync(Search, new
        {
            kind = "tea_party",
            durationMinutes = 1200,
            window = new { from = "2026-13-01", to = "soon" },
            hours = new { from = "20:00", to = "17:00", days = new[] { "someday" } },
            preferred = new { from = "late", to = "19:00", days = Array.Empty<string>() },
            participants = new object?[] { new { hospitalId = "H1302" }, new { hospitalId = "H1302" }, null },
            limit = 0,
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FieldsAsync(answer)).ShouldBe(
            ["kind", "durationMinutes", "window.from", "window.to", "hours.to", "hours.days[0]", "preferred.from", "preferred.days", "participants[1].hospitalId", "participants[2].hospitalId", "limit"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"durationMinutes\": 60}", "window,participants")]
    [InlineData("{\"durationMinutes\": 60, \"slot\": {\"start\": \"2026-12-10T17:30\"}, \"hostHospitalId\": \"H1301\"}", "slot.start")]
    [InlineData("{\"durationMinutes\": 60, \"slot\": {\"start\": \"2020-12-10T17:30:00+09:00\"}, \"hostHospitalId\": \"H1301\"}", "slot.start")]
    [InlineData("{\"durationMinutes\": 60, \"window\": {\"from\": \"2020-12-10\", \"to\": \"2020-12-11\"}, \"hostHospitalId\": \"H1301\"}", "window.to")]
    [InlineData("{\"durationMinutes\": 60, \"window\": {\"from\": \"2099-12-10\", \"to\": \"2099-12-11\"}, \"hostHospitalId\": \"H1301\"}", "window.to")]
    [InlineData("{\"durationMinutes\": 60, \"slot\": {\"start\": \"9999-12-31T23:00:00Z\"}, \"hostHospitalId\": \"H1301\"}", "slot.start")]
    [InlineData("{\"durationMinutes\": 60, \"window\": {\"from\": \"DAY\", \"to\": \"DAY\"}, \"hostHospitalId\": \"H9999\"}", "hostHospitalId")]
    [InlineData("{\"durationMinutes\": \"long\"}", "durationMinutes")]
    [InlineData("{", "")]
    public async Task Should_refuse_what_makes_no_sense(string body, string fields)
    {
        await using var host = await BookingHost.StartAsync();
        using var http = host.Http;
        using var content = new StringContent(body.Replace("DAY", $"{Wishes.Day:yyyy-MM-dd}", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");

        var answer = await http.PostAsync(Search, content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FieldsAsync(answer)).ShouldBe(fields.Split(','), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "hospitals,from,to")]
    [InlineData("?hospitals=H1301&from=2026-12-01&to=2027-12-01", "to")]
    [InlineData("?hospitals=H1301&from=2026-12-01&to=2026-12-02", "hospitals")]
    public async Task Should_refuse_availability_that_makes_no_sense(string query, string fields)
    {
        await using var host = await BookingHost.StartAsync();
        using var http = host.Http;

        var answer = await http.GetAsync(new Uri($"/api/slots/availability{query}", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FieldsAsync(answer)).ShouldBe(fields.Split(','), ignoreOrder: true);
    }

    [Fact]
    public async Task Should_know_the_newest_of_each_hospital()
    {
        await using var host = await BookingHost.StartAsync();
        await host.PublishAsync(Wishes.Hospital(1, version: 5, withdrawn: true));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Hospitals.AnyAsync()));
        await host.PublishAsync(Wishes.Hospital(1, version: 4), Wishes.Hospital(2));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => await store.Hospitals.CountAsync() == 2 && !await store.Outbox.AnyAsync()));

        (await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1, 2))).ShouldBeOfType<SlotUnavailable>().Explanation.Blocking[0].Code.ShouldBe("hospital_withdrawn");
    }

    private static object Body(string[] required, string[] optional) => new
    {
        kind = "joint_cancer_board",
        durationMinutes = 60,
        hostHospitalId = "H1301",
        window = new { from = $"{Wishes.Day:yyyy-MM-dd}", to = $"{Wishes.Day:yyyy-MM-dd}" },
        hours = new { from = "17:00", to = "20:00", days = new[] { "mon", "tue", "wed", "thu", "fri" }, skipHolidays = false },
        participants = required.Select(id => new { hospitalId = id, required = true }).Concat(optional.Select(id => new { hospitalId = id, required = false })),
    };

    private static async Task<IEnumerable<string>> FieldsAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];
    }
}

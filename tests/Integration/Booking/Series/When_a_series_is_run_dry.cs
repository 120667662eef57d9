using System.Net;
using System.Net.Http.Json;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking.Series;

public sealed class When_a_series_is_run_dry
{
    private static readonly Uri DryRun = new("/api/series/dry-run", UriKind.Relative);

    [Fact]
    public async Task Should_say_of_every_occurrence_whether_it_fits_and_what_else_would()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(3);
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive.AddDays(7), 2));
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive.AddDays(14), 3));

        var result = await RunAsync(host, "FREQ=WEEKLY;COUNT=4");

        result.Occurrences.Select(occurrence => occurrence.Verdict).ShouldBe([OccurrenceVerdict.Fits, OccurrenceVerdict.Alternative, OccurrenceVerdict.Fits, OccurrenceVerdict.Fits]);
        var taken = result.Occurrences[1];
        taken.Explanation!.BlockingHospitals.ShouldBe(["H1302"]);
        taken.Explanation.Relaxations.Select(relaxation => relaxation.Change.Code).ShouldContain("other_time");
        // Each alternative is one that can be had.
        foreach (var relaxation in taken.Explanation.Relaxations.Where(relaxation => relaxation.MakeOptional.Count == 0))
        {
            (relaxation.Start >= Wishes.HalfPastFive.AddDays(7).AddMinutes(60)
                || relaxation.Start.AddMinutes(relaxation.DurationMinutes) <= Wishes.HalfPastFive.AddDays(7)).ShouldBeTrue(relaxation.Change.Ja);
        }

        result.Occurrences[2].LeftOut.ShouldBe(["H1303"]);
        (await host.SitesBookedAsync()).ShouldBe(2, "a dry run holds nothing");
    }

    [Fact]
    public async Task Should_offer_no_time_at_which_another_occurrence_is_or_is_offered()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(3);
        await host.PublishAsync(Wishes.Closed(2, 1, (Wishes.At(0, 0).AddDays(1), Wishes.At(0, 0).AddDays(3))));
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(store => store.Closures.AnyAsync()));

        var result = await RunAsync(host, "FREQ=DAILY;COUNT=4");

        result.Occurrences.Select(occurrence => occurrence.Verdict).ShouldBe([OccurrenceVerdict.Fits, OccurrenceVerdict.Alternative, OccurrenceVerdict.Alternative, OccurrenceVerdict.Fits]);
        var offered = result.Occurrences.Where(occurrence => occurrence.Explanation is not null).Select(occurrence => occurrence.Explanation!.Relaxations[0]).ToList();
        offered.ShouldAllBe(relaxation => relaxation.Change.Code == "other_day");
        offered.Select(relaxation => relaxation.Start).Concat(result.Occurrences.Select(occurrence => occurrence.Start!.Value)).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_say_which_of_its_own_occurrences_is_in_the_way()
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(3);

        var result = await RunAsync(host, "FREQ=WEEKLY;COUNT=1", extra: Wishes.HalfPastFive.AddMinutes(30));

        result.Occurrences.Select(occurrence => occurrence.Explanation?.Summary.Code).ShouldBe([null, "occurrences_overlap"]);
        result.Occurrences[1].Explanation!.Relaxations.ShouldAllBe(offered => offered.Start >= Wishes.HalfPastFive.AddMinutes(60) || offered.Start.AddMinutes(offered.DurationMinutes) <= Wishes.HalfPastFive);
    }

    [Theory]
    [InlineData("skip", null)]
    [InlineData("shift_after", 1)]
    [InlineData("keep", 0)]
    public async Task Should_follow_the_holiday_rule_on_holidays_and_on_days_when_a_required_site_is_closed(string holidays, int? shift)
    {
        await using var host = await BookingHost.StartAsync();
        await host.RegisterAsync(3);
        // The day after either is never a weekend where the first is a Monday to Thursday.
        var (holiday, closed) = (Working(1), Working(2));
        await host.PublishAsync(new HolidaysChanged { Version = 1, Holidays = [new Holiday { Date = Day(holiday), NameJa = "祝日", NameEn = "Holiday" }] });
        await host.PublishAsync(new SiteClosuresChanged { SiteId = "H1302-1", HospitalId = "H1302", Version = 1, Closures = [new Closure { From = closed.AddHours(-8), To = closed.AddHours(4), Reason = "創立記念日" }], Weekly = [], ClosedOnHolidays = false });
        await BookingHost.UntilAsync(() => host.InAsync<BookingStore, bool>(async store => await store.Closures.AnyAsync() && await store.Holidays.AnyAsync()));

        var result = await RunAsync(host, "FREQ=WEEKLY;COUNT=3", holidays, Working(0));

        var moved = result.Occurrences.Skip(1).ToList();
        if (shift is null)
            moved.ShouldAllBe(occurrence => occurrence.Verdict == OccurrenceVerdict.Skipped && occurrence.Start == null && occurrence.Note!.Code == "rests");
        else
            moved.Select(occurrence => occurrence.Start).ShouldBe([holiday.AddDays(shift.Value), closed.AddDays(shift.Value)]);
        if (shift == 1)
            moved.ShouldAllBe(occurrence => occurrence.Note!.Code == "shifted" && occurrence.Verdict == OccurrenceVerdict.Fits);
        if (shift == 0)
            moved[1].Explanation!.Summary.Code.ShouldBe("required_never_free");
    }

    [Fact]
    public async Task Should_leave_out_an_optional_hospital_that_no_bridge_reaches()
    {
        await using var host = await BookingHost.StartAsync("--Bridges:0:Id=two", "--Bridges:0:Ports=60", "--Bridges:0:Reach:0=H1301", "--Bridges:0:Reach:1=H1302");
        await host.RegisterAsync(3);

        var result = await RunAsync(host, "FREQ=WEEKLY;COUNT=2");

        result.Occurrences.ShouldAllBe(occurrence => occurrence.Verdict == OccurrenceVerdict.Fits && occurrence.LeftOut.Single() == "H1303");
    }

    [Fact]
    public async Task Should_keep_the_wall_clock_over_a_change_to_summer_time()
    {
        await using var host = await BookingHost.StartAsync("--Network:TimeZone=Europe/Berlin");
        await host.RegisterAsync(3);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        using var http = host.Http;

        var answer = await http.PostAsJsonAsync(DryRun, Body($"{Wishes.Day:yyyy-MM-dd}T17:30", $"FREQ=WEEKLY;COUNT=52", "keep"));
        var result = await answer.Content.ReadFromJsonAsync<SeriesDryRun>();

        result!.Occurrences.Select(occurrence => TimeZoneInfo.ConvertTime(occurrence.Start!.Value, zone).TimeOfDay).Distinct().ShouldBe([new TimeSpan(17, 30, 0)]);
        result.Occurrences.Select(occurrence => occurrence.Start!.Value.UtcDateTime.TimeOfDay).Distinct().Count().ShouldBe(2, "a year has both offsets");
    }

    [Fact]
    public async Task Should_name_everything_that_is_wrong_at_once()
    {
        await using var host = await BookingHost.StartAsync();
        using var http = host.Http;

        var answer = await http.PostAsJsonAsync(DryRun, new { kind = "tea_party", durationMinutes = 1440, hostHospitalId = "H1301", participants = new[] { new { hospitalId = "" } }, recurrence = new { start = "2026-13-01", rrule = "FREQ=MINUTELY" } });
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var code in new[] { "unknown_kind", "wrong_duration", "hospital_missing", "invalid_time", "frequency_too_high" })
            text.ShouldContain(code);
    }

    private static async Task<SeriesDryRun> RunAsync(BookingHost host, string rule, string holidays = "keep", DateTimeOffset? start = null, DateTimeOffset? extra = null)
    {
        using var http = host.Http;
        using var answer = await http.PostAsJsonAsync(DryRun, Body(Wall(start ?? Wishes.HalfPastFive), rule, holidays, extra is { } beside ? [Wall(beside)] : []));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SeriesDryRun>())!;
    }

    private static string Wall(DateTimeOffset instant) => $"{instant.ToOffset(TimeSpan.FromHours(9)):yyyy-MM-dd'T'HH:mm}";

    private static object Body(string start, string rule, string holidays, string[]? extra = null) => new
    {
        kind = "joint_cancer_board",
        durationMinutes = 60,
        hostHospitalId = "H1301",
        participants = new[] { new { hospitalId = "H1302", required = true }, new { hospitalId = "H1303", required = false } },
        recurrence = new { start, rrule = rule, holidays, extra = extra ?? [] },
    };

    /// <summary>The Tuesday of that week at 17:30, outside the New Year's closure whenever the test runs.</summary>
    private static DateTimeOffset Working(int week)
    {
        var first = Wishes.HalfPastFive.AddDays(90);
        return first.AddDays((int)DayOfWeek.Tuesday - (int)first.ToOffset(TimeSpan.FromHours(9)).DayOfWeek + (7 * week));
    }

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(9)).DateTime);
}

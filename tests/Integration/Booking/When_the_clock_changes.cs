using System.Globalization;
using System.Net.Http.Json;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

/// <summary>A network whose zone has summer time, on the next days on which its clock changes.</summary>
public sealed class When_the_clock_changes
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateOnly Spring = Next(hours: 23);
    private static readonly DateOnly Autumn = Next(hours: 25);

    [Theory]
    // 02:00 to 04:00 is one hour long, and begins when the clock says 03:00.
    [InlineData(true, "02:00", "04:00", 60, 1, 0)]
    // There is no 02:30: what begins then begins after the gap.
    [InlineData(true, "02:30", "04:30", 60, 1, 30)]
    // 02:00 to 04:00 is three hours long.
    [InlineData(false, "02:00", "04:00", 180, 0, 0)]
    // 02:30 comes twice: what begins then begins the first time, what ends then has ended by the first.
    [InlineData(false, "02:30", "03:00", 90, 0, 30)]
    [InlineData(false, "01:30", "02:30", 60, -1, 30)]
    public async Task Should_find_and_hold_the_instants_that_the_clock_on_the_wall_means(bool spring, string from, string to, int minutes, int hour, int minute)
    {
        await using var host = await BookingHost.StartAsync("--Network:TimeZone=Europe/Berlin");
        await host.RegisterAsync(2);
        using var http = host.Http;
        var day = spring ? Spring : Autumn;
        var start = Utc(day, hour, minute);

        var answer = await http.PostAsJsonAsync(new Uri("/api/slots/search", UriKind.Relative), new
        {
            durationMinutes = minutes,
            hostHospitalId = "H1301",
            participants = new[] { new { hospitalId = "H1302" } },
            window = new { from = $"{day:yyyy-MM-dd}", to = $"{day:yyyy-MM-dd}" },
            hours = new { from, to, days = new[] { "sun" }, skipHolidays = false },
        });
        var found = await answer.Content.ReadFromJsonAsync<SlotSearchResult>();
        found!.Suggestions.Select(suggestion => (suggestion.Slot.Start, suggestion.Slot.End)).ShouldBe([(start, start.AddMinutes(minutes))]);

        var held = (await host.AskAsync(Wish(day, Time(from), Time(to), minutes))).ShouldBeOfType<SlotHeld>();
        (held.Slot.Start, held.Slot.End).ShouldBe((start, start.AddMinutes(minutes)));
        (await host.AskAsync(Wish(day, Time(from), Time(to), minutes))).ShouldBeOfType<SlotUnavailable>();
    }

    [Fact]
    public async Task Should_plan_a_series_over_both_changes_by_the_clock_on_the_wall()
    {
        await using var host = await BookingHost.StartAsync("--Network:TimeZone=Europe/Berlin");
        await host.RegisterAsync(2);

        (await StartsAsync(host, Spring.AddDays(-1))).ShouldBe([Utc(Spring.AddDays(-1), 1, 30), Utc(Spring, 1, 30), Utc(Spring.AddDays(1), 0, 30)]);
        (await StartsAsync(host, Autumn.AddDays(-1))).ShouldBe([Utc(Autumn.AddDays(-1), 0, 30), Utc(Autumn, 0, 30), Utc(Autumn.AddDays(1), 1, 30)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_show_the_whole_day_however_long_it_is(bool spring)
    {
        await using var host = await BookingHost.StartAsync("--Network:TimeZone=Europe/Berlin");
        await host.RegisterAsync(1);
        var day = spring ? Spring : Autumn;
        var (start, end) = (Utc(day, spring ? -1 : -2, 0), Utc(day, spring ? 22 : 23, 0));
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, start, 1));
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, end.AddHours(-1), 1));
        await host.AskAsync(Wishes.Hold(Guid.CreateVersion7(), 1, end, 1));
        using var http = host.Http;

        var view = await http.GetFromJsonAsync<AvailabilityView>(new Uri($"/api/slots/availability?hospitals=H1301&from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}", UriKind.Relative));

        view!.Sites[0].Booked.ShouldBe([new TimeRange { Start = start, End = start.AddHours(1) }, new TimeRange { Start = end.AddHours(-1), End = end }]);
    }

    private static HoldSlot Wish(DateOnly day, TimeOnly from, TimeOnly to, int minutes)
    {
        var fix = Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1, 2);
        return fix with
        {
            Criteria = fix.Criteria with
            {
                Start = null,
                DurationMinutes = minutes,
                Window = new DateWindow { From = day, To = day },
                Hours = new LocalHours { From = from, To = to, Days = [Weekday.Sun], SkipHolidays = false },
            },
        };
    }

    private static async Task<IEnumerable<DateTimeOffset?>> StartsAsync(BookingHost host, DateOnly first)
    {
        using var http = host.Http;
        var answer = await http.PostAsJsonAsync(new Uri("/api/series/dry-run", UriKind.Relative), new
        {
            durationMinutes = 30,
            hostHospitalId = "H1301",
            participants = new[] { new { hospitalId = "H1302", required = true } },
            recurrence = new { start = $"{first:yyyy-MM-dd}T02:30", rrule = "FREQ=DAILY;COUNT=3", holidays = "keep" },
        });
        var plan = (await answer.Content.ReadFromJsonAsync<SeriesDryRun>())!.Occurrences;
        plan.ShouldAllBe(occurrence => occurrence.Verdict == OccurrenceVerdict.Fits);
        return plan.Select(occurrence => occurrence.Start);
    }

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(DateOnly day, int hour, int minute) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hour).AddMinutes(minute);

    /// <summary>The next day of so many hours, three weeks ahead or more.</summary>
    private static DateOnly Next(int hours) => Enumerable.Range(21, 400)
        .Select(ahead => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(ahead))
        .First(day => StartOf(day.AddDays(1)) - StartOf(day) == TimeSpan.FromHours(hours));

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(wall, Berlin.GetUtcOffset(wall));
    }
}

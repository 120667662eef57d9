using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class BookedTimesTests
{
    private static readonly DateTimeOffset Origin = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EveningRule Evening = new(Networks.Zone("Asia/Tokyo"), new TimeOnly(17, 0));
    private static readonly Horizon Horizon = new(Origin, Evening);

    private static readonly Gen<(DateTimeOffset Start, DateTimeOffset End)> Times =
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[5, 1440], (start, length) => (Origin.AddMinutes(start), Origin.AddMinutes(start + length)));

    private static readonly Gen<(int Conference, int Site, DateTimeOffset Start, DateTimeOffset End, bool Freed)> Bookings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Times, Gen.Bool, (conference, site, time, freed) => (conference, site, time.Start, time.End, freed));

    [Fact]
    public void Without_AfterAnyChanges_IsWhatTheRowsLeftWouldLay() => Gen.Select(Bookings.Array[0, 40], Gen.Int[0, 9]).Sample((changes, left) =>
    {
        var booked = new BookedTimes(Horizon, [], []);
        var plain = new Dictionary<Guid, (SiteBooking Site, PortBooking Ports)>();
        foreach (var (conference, at, start, end, freed) in changes)
        {
            var id = Id(conference);
            var site = new SiteBooking { ConferenceId = id, SiteId = $"S{at}", Start = start, End = end };
            var ports = new PortBooking { ConferenceId = id, BridgeId = $"B{at % 2}", FirstPort = 1, LastPort = 2, Start = start, End = end };
            if (freed)
            {
                plain.Remove(id);
                booked.Remove(id);
            }
            else
            {
                plain[id] = (site, ports);
                booked.Put(id, [site], [ports]);
            }
        }

        ShouldBe(booked.Without(null), [.. plain.Values]);
        ShouldBe(booked.Without(Id(left)), [.. plain.Where(row => row.Key != Id(left)).Select(row => row.Value)]);
    });

    [Fact]
    public void Evenings_AnyBookings_AreTheDaysWithOneAtNight() => Gen.Select(Times.Array[0, 30], Gen.Int[-30, 40], Gen.Int[1, 60]).Sample((times, ahead, days) =>
    {
        var first = new DateOnly(2026, 12, 1).DayNumber + ahead;
        var evenings = times.Select(time => Evening.DayOf(time.Start)).OfType<int>().Where(day => day >= first && day < first + days).Distinct().Aggregate(0UL, (bits, day) => bits | (1UL << (day - first)));

        Lay(times).Evenings(first, days).ShouldBe(evenings);
    });

    [Fact]
    public void FreeAround_AnyBookings_IsCountedInStepsUpToTheNearestOneEitherWay() => Gen.Select(Times.Array[0, 30], Gen.Int[-5_000, 9_000], Gen.Int[1, 120]).Sample((times, ahead, length) =>
    {
        var at = Horizon.Grid.Floor(Origin) + ahead;
        var taken = Touched(times).ToHashSet();

        Lay(times).FreeAround(at, at + length).ShouldBe(Enumerable.Range(0, 64).TakeWhile(gap => !taken.Contains(at - 1 - gap) && !taken.Contains(at + length + gap)).Count());
    });

    private static SiteTimes Lay((DateTimeOffset Start, DateTimeOffset End)[] times) =>
        SiteTimes.Of(times.Select(time => new BookedTime(default, time.Start, time.End)), Horizon.Grid, Evening);

    private static void ShouldBe(BookedPicture picture, List<(SiteBooking Site, PortBooking Ports)> rows)
    {
        foreach (var site in Enumerable.Range(0, 5).Select(number => $"S{number}"))
        {
            var of = rows.Select(row => row.Site).Where(row => row.SiteId == site).ToList();
            var times = picture.Sites.GetValueOrDefault(site) ?? Horizon.Empty;
            times.Ranges().Select(time => (time.Start, time.End)).ShouldBe(of.Select(row => (row.Start, row.End)), ignoreOrder: true);
            Steps(times).ShouldBe(Touched(of.Select(row => (row.Start, row.End))));
        }

        foreach (var bridge in new[] { "B0", "B1" })
        {
            var of = rows.Select(row => row.Ports).Where(row => row.BridgeId == bridge).ToList();
            var times = picture.Bridges.GetValueOrDefault(bridge) ?? Horizon.Unused;
            times.Within(Origin, Origin.AddDays(2)).Count().ShouldBe(of.Count(row => row.Start < Origin.AddDays(2)));
            foreach (var step in of.Select(row => Horizon.Grid.Floor(row.Start)))
                times.Peak(step, step + 1).ShouldBe(PeakAt(of, step));
            times.Peak(0, Horizon.Grid.Steps).ShouldBe(of.Count == 0 ? 0 : of.Max(row => PeakAt(of, Horizon.Grid.Floor(row.Start))));
        }
    }

    private static int PeakAt(List<PortBooking> rows, int step)
    {
        var (from, to) = (Horizon.Grid.At(step), Horizon.Grid.At(step + 1));
        return rows.Select(row => row.Start < from ? from : row.Start).Where(at => at < to).Max(at => rows.Where(row => row.Start <= at && row.End > at).Sum(row => row.LastPort - row.FirstPort + 1));
    }

    private static List<int> Steps(SiteTimes times)
    {
        using var line = new BitTimeline(Horizon.Grid.Steps);
        times.OrInto(line, Horizon.Grid);
        return [.. line.SetSteps()];
    }

    private static List<int> Touched(IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> times) =>
        [.. times.SelectMany(time => Enumerable.Range(Horizon.Grid.Floor(time.Start), Horizon.Grid.Ceiling(time.End) - Horizon.Grid.Floor(time.Start))).Distinct().Order()];

    private static Guid Id(int conference) => new(conference, 0, 0, new byte[8]);
}

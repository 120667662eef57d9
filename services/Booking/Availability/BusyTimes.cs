using Conference.Booking.Network;
using Conference.Contracts.Hospitals;

namespace Conference.Booking.Availability;

/// <summary>What keeps a site from taking part.</summary>
internal enum BusyKind
{
    Booked,
    Closed,
    Holiday,
    Untested,
}

/// <summary>A stretch in which a site cannot take part, the end exclusive.</summary>
internal readonly record struct BusyTime(DateTimeOffset Start, DateTimeOffset End, BusyKind Kind);

internal static class BusyTimes
{
    /// <summary>
    /// All busy times of a site that touch the days, in no order. <paramref name="needsTest"/> says that the site must
    /// have a valid connection test.
    /// </summary>
    public static IEnumerable<BusyTime> Of(SiteFacts site, LocalDays days, RestDays restDays, bool needsTest)
    {
        var booked = site.Booked.Select(range => new BusyTime(range.Start, range.End, BusyKind.Booked));
        var busy = site.Closures is { } closures ? booked.Concat(Closed(closures, days, restDays)) : booked;
        return needsTest ? busy.Append(new BusyTime(site.TestedUntil ?? DateTimeOffset.MinValue, DateTimeOffset.MaxValue, BusyKind.Untested)) : busy;
    }

    public static IEnumerable<BusyTime> Closed(KnownClosures closures, LocalDays days, RestDays restDays) =>
        closures.Closures.Select(closure => new BusyTime(closure.From, closure.To, BusyKind.Closed))
            .Concat(closures.Weekly.SelectMany(weekly => EveryWeek(weekly, days)))
            .Concat(closures.ClosedOnHolidays ? days.All.Where(restDays.Contains).Select(day => new BusyTime(days.StartOf(day), days.EndOf(day), BusyKind.Holiday)) : []);

    private static IEnumerable<BusyTime> EveryWeek(WeeklyClosure weekly, LocalDays days)
    {
        var ahead = ((int)weekly.Day - (int)days.First.ToWeekday() + 7) % 7;
        for (var day = days.First.AddDays(ahead); day <= days.Last; day = day.AddDays(7))
        {
            var end = weekly.To == TimeOnly.MinValue ? days.EndOf(day) : days.At(day, weekly.To);
            yield return new BusyTime(days.At(day, weekly.From), end, BusyKind.Closed);
        }
    }
}

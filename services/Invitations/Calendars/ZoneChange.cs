namespace Conference.Invitations.Calendars;

/// <summary>A moment at which a zone's offset changes.</summary>
/// <param name="Day">Wall-clock time before the change.</param>
/// <param name="From">Offset before.</param>
/// <param name="To">Offset after.</param>
/// <param name="Summer">Whether summer time begins.</param>
internal sealed record ZoneChange(DateTime Day, TimeSpan From, TimeSpan To, bool Summer)
{
    /// <summary>The changes of the years from <paramref name="first"/> until before <paramref name="end"/>, in order.</summary>
    public static List<ZoneChange> Between(TimeZoneInfo zone, int first, int end)
    {
        List<ZoneChange> changes = [];
        var last = new DateTimeOffset(end, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = new DateTimeOffset(first, 1, 1, 0, 0, 0, TimeSpan.Zero); day < last; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before == after)
                continue;
            var moment = Find(zone, day);
            changes.Add(new ZoneChange(moment.ToOffset(before).DateTime, before, after, zone.IsDaylightSavingTime(moment)));
        }

        return changes;
    }

    private static DateTimeOffset Find(TimeZoneInfo zone, DateTimeOffset day)
    {
        var (low, high, before) = (0, 24 * 60, zone.GetUtcOffset(day));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = zone.GetUtcOffset(day.AddMinutes(middle)) == before ? (middle, high) : (low, middle);
        }

        return day.AddMinutes(high);
    }
}

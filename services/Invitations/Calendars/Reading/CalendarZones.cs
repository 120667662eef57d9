using System.Globalization;
using System.Text.RegularExpressions;

namespace Conference.Invitations.Calendars.Reading;

/// <summary>
/// Turns a calendar's times into instants: by the zone's name, be it IANA's, Windows' or a program's own, else by what
/// the calendar itself says of the zone, else in the network's zone.
/// </summary>
internal sealed partial class CalendarZones(CalendarNode calendar, TimeZoneInfo network)
{
    public DateTimeOffset? InstantOf(CalendarProperty? property)
    {
        if (CalendarMoment.Parse(property) is not { } moment || moment.Clock.Year is < 1970 or > 2200)
            return null;
        if (moment.Utc)
            return new DateTimeOffset(moment.Clock, TimeSpan.Zero);
        var offset = Offset(moment);
        return new DateTimeOffset(moment.Clock, offset).ToUniversalTime();
    }

    private TimeSpan Offset(CalendarMoment moment)
    {
        if (moment.Zone is null)
            return network.GetUtcOffset(moment.Clock);
        if (Known(moment.Zone) is { } zone)
            return zone.GetUtcOffset(moment.Clock);
        return Described(moment.Zone) ?? Named(moment.Zone) ?? network.GetUtcOffset(moment.Clock);
    }

    // "Asia/Tokyo", "Tokyo Standard Time", "/mozilla.org/20070129_1/Asia/Tokyo"
    private static TimeZoneInfo? Known(string name)
    {
        var parts = name.Trim('"', ' ').Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var from = 0; from < Math.Min(parts.Length, 6); from++)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(string.Join('/', parts[from..]), out var zone))
                return zone;
        }

        return null;
    }

    // Its own VTIMEZONE, where that has one offset alone.
    private TimeSpan? Described(string name)
    {
        var zone = calendar.Inner("VTIMEZONE").FirstOrDefault(one => one.Find("TZID")?.Value == name);
        var offsets = zone?.Children.Select(observance => observance.Find("TZOFFSETTO")?.Value).OfType<string>().Distinct().ToList() ?? [];
        return offsets is [var only] ? Parse(Offsets().Match(only)) : null;
    }

    // "(UTC+09:00) Osaka, Sapporo, Tokyo"
    private static TimeSpan? Named(string name) => name.Contains("UTC", StringComparison.OrdinalIgnoreCase) || name.Contains("GMT", StringComparison.OrdinalIgnoreCase) ? Parse(Offsets().Match(name)) : null;

    private static TimeSpan? Parse(Match match)
    {
        if (!match.Success)
            return null;
        var offset = new TimeSpan(int.Parse(match.Groups["H"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["M"].Value, CultureInfo.InvariantCulture), 0);
        return offset > TimeSpan.FromHours(14) ? null : match.Groups["S"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"(?<S>[+-])(?<H>\d{2}):?(?<M>[0-5]\d)", RegexOptions.NonBacktracking)]
    private static partial Regex Offsets();
}

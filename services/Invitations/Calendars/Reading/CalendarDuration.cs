using System.Globalization;
using System.Text.RegularExpressions;

namespace Conference.Invitations.Calendars.Reading;

/// <summary>Durations of RFC 5545 section 3.3.6.</summary>
internal static partial class CalendarDuration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Reads a duration of up to a year; null for anything else.</summary>
    public static TimeSpan? Parse(string? text)
    {
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match)
            return null;
        var length = TimeSpan.Zero;
        foreach (var (name, unit) in new[] { ("W", TimeSpan.FromDays(7)), ("D", TimeSpan.FromDays(1)), ("H", TimeSpan.FromHours(1)), ("M", TimeSpan.FromMinutes(1)), ("S", TimeSpan.FromSeconds(1)) })
            length += match.Groups[name].Success ? unit * int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : TimeSpan.Zero;
        return length > TimeSpan.Zero && length <= Longest ? length : null;
    }

    [GeneratedRegex(@"^\+?P(?:(?<W>\d{1,2})W)?(?:(?<D>\d{1,3})D)?(?:T(?:(?<H>\d{1,4})H)?(?:(?<M>\d{1,5})M)?(?:(?<S>\d{1,6})S)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}

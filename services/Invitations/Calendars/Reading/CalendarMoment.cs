using System.Globalization;

namespace Conference.Invitations.Calendars.Reading;

/// <summary>A date or time as a calendar writes it.</summary>
/// <param name="Clock">What the clock shows.</param>
/// <param name="Utc">Whether that is UTC.</param>
/// <param name="Zone">The zone by its name in the calendar; null for UTC and floating times.</param>
/// <param name="IsDate">Whether it is a whole day.</param>
internal sealed record CalendarMoment(DateTime Clock, bool Utc, string? Zone, bool IsDate)
{
    private static readonly string[] Forms = ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmm", "yyyyMMdd"];

    /// <summary>Reads the first value of a property; null when it is no time.</summary>
    public static CalendarMoment? Parse(CalendarProperty? property)
    {
        if (property is null)
            return null;
        var text = property.Value.Split(',', 2)[0].Trim();
        return DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? new CalendarMoment(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), text.EndsWith('Z'), text.EndsWith('Z') ? null : property["TZID"], text.Length == 8)
            : null;
    }
}

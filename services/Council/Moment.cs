using System.Globalization;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Council;

/// <summary>A day or an instant in a query.</summary>
internal static class Moment
{
    // What every zone and every kind of store can take.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The instant; for a day, the first instant of the day that many days later. Null when there is none or it
    /// cannot be read.
    /// </summary>
    public static DateTimeOffset? Read(string field, string? text, NetworkTime network, int daysLater, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        DateTimeOffset? instant = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            instant = day.Year is >= 2000 and < 2200 ? network.StartOf(day.AddDays(daysLater)) : null;
        else if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
            instant = read.ToUniversalTime();
        if (instant >= Earliest.AddDays(-1) && instant <= Latest)
            return instant;
        faults.Add(new Fault(field, "invalid_date", $"{field} は 2026-12-01 の形の日付で指定してください。", $"{field} must be a date such as 2026-12-01."));
        return null;
    }
}

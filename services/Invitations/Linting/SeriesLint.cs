using Conference.Invitations.Calendars.Reading;

namespace Conference.Invitations.Linting;

/// <summary>Series that Outlook and Exchange do not take (support.microsoft.com/kb/2643084).</summary>
internal static class SeriesLint
{
    public static IEnumerable<LintFinding> Check(CalendarNode happening)
    {
        var rule = happening.Find("RRULE")?.Value ?? "";
        var parts = rule.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2).ToLookup(part => part[0].ToUpperInvariant(), part => part[1]);
        if (rule.Length == 0 && happening.Find("RDATE") is not null)
            yield return new LintFinding("series-rdate-only", "a series of RDATE alone");
        if (rule.Length > 0 && parts["FREQ"].Count() != 1)
            yield return new LintFinding("series-frequency", "RRULE needs one FREQ");
        if (parts["BYDAY"].SelectMany(days => days.Split(',')).Count(day => day.Length > 2) > 1)
            yield return new LintFinding("series-two-nth-days", "two days by number in one rule");
        if (parts["BYMONTHDAY"].Concat(parts["BYSETPOS"]).SelectMany(days => days.Split(',')).Any(day => day.StartsWith('-')))
            yield return new LintFinding("series-from-the-end", "BYMONTHDAY or BYSETPOS counts from the end");
        if (parts["COUNT"].Any() && parts["UNTIL"].Any())
            yield return new LintFinding("series-end", "COUNT and UNTIL both stand");
        if (happening.Find("RECURRENCE-ID") is { } of && happening.Find("DTSTART") is { } start && of["TZID"] != start["TZID"])
            yield return new LintFinding("recurrence-zone", "RECURRENCE-ID is not in the zone of the series");
    }
}

using Conference.Invitations.Calendars.Reading;

namespace Conference.Invitations.Linting;

/// <summary>Zones: each that is named is there, once, by rules and not by lists of dates; Outlook shifts entries otherwise.</summary>
internal static class ZoneLint
{
    public static IEnumerable<LintFinding> Check(CalendarNode calendar)
    {
        var defined = calendar.Inner("VTIMEZONE").Select(zone => zone.Find("TZID")?.Value ?? "").ToList();
        var named = calendar.Inner("VEVENT").SelectMany(happening => happening.Whole()).SelectMany(node => node.Properties)
            .Select(property => property["TZID"]).OfType<string>().Distinct().ToList();
        foreach (var zone in named.Except(defined))
            yield return new LintFinding("timezone-missing", $"there is no VTIMEZONE of {zone}");
        foreach (var zone in defined.Except(named).Distinct())
            yield return new LintFinding("timezone-unused", $"nothing is in {zone}");
        if (defined.Count != defined.Distinct().Count())
            yield return new LintFinding("timezone-once", "a zone is defined twice");
        foreach (var zone in calendar.Inner("VTIMEZONE"))
        {
            foreach (var finding in Zone(zone))
                yield return finding;
        }
    }

    private static IEnumerable<LintFinding> Zone(CalendarNode zone)
    {
        if (!zone.Children.Exists(child => child.Name is "STANDARD" or "DAYLIGHT"))
            yield return new LintFinding("timezone-observance", "VTIMEZONE says no offset");
        foreach (var observance in zone.Children)
        {
            if (observance.Find("RDATE") is not null)
                yield return new LintFinding("timezone-by-rule", "VTIMEZONE lists dates");
            if (observance.Find("DTSTART") is not { } start || start.Value.EndsWith('Z') || observance.Find("TZOFFSETFROM") is null || observance.Find("TZOFFSETTO") is null)
                yield return new LintFinding("timezone-observance", "DTSTART as local time, TZOFFSETFROM and TZOFFSETTO must stand");
        }
    }
}

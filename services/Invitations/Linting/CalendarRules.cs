using Conference.Invitations.Calendars.Reading;

namespace Conference.Invitations.Linting;

/// <summary>Rules about what a calendar says: RFC 5545, the restrictions of RFC 5546, and what programs are known to stumble over.</summary>
internal static class CalendarRules
{
    private static readonly string[] Around = ["VERSION", "PRODID", "METHOD"];
    private static readonly string[] Refreshing = ["REFRESH-INTERVAL", "X-PUBLISHED-TTL"];

    public static IEnumerable<LintFinding> Check(CalendarNode calendar)
    {
        foreach (var name in Around.Where(name => calendar.All(name).Count() != 1))
            yield return new LintFinding($"calendar-{name.ToLowerInvariant()}", $"{name} must stand once");
        var method = calendar.Find("METHOD")?.Value ?? "";
        if (!Restrictions.Knows(method))
        {
            yield return new LintFinding("calendar-method-known", $"'{method}' is no method that is sent");
            yield break;
        }

        foreach (var finding in Components(calendar, method).Concat(ZoneLint.Check(calendar)))
            yield return finding;
        foreach (var happening in calendar.Inner("VEVENT"))
        {
            foreach (var finding in Restricted(happening, method).Concat(Times(happening)).Concat(States(happening, method)).Concat(SeriesLint.Check(happening)).Concat(Parts(happening, method)))
                yield return finding;
        }
    }

    private static IEnumerable<LintFinding> Components(CalendarNode calendar, string method)
    {
        var events = calendar.Inner("VEVENT").ToList();
        if (events.Count == 0 && method != "PUBLISH")
            yield return new LintFinding("calendar-event", "there is no VEVENT");
        if (calendar.Children.Find(child => child.Name is not ("VEVENT" or "VTIMEZONE")) is { } other)
            yield return new LintFinding("calendar-component", $"{other.Name} may not stand in {method}");
        if (method == "PUBLISH")
        {
            foreach (var name in Refreshing.Where(name => calendar.Find(name) is null))
                yield return new LintFinding("feed-refresh", $"a feed without {name} is fetched as rarely as the program likes (RFC 7986 section 5.7)");
            yield break;
        }

        if (events.Select(happening => happening.Find("UID")?.Value).Distinct().Count() > 1)
            yield return new LintFinding("calendar-one-uid", "the events have different UIDs");
        if (events.Count > 1 && events.Exists(happening => happening.Find("RECURRENCE-ID") is not null))
            yield return new LintFinding("recurrence-alone", "a changed occurrence goes without the series");
    }

    private static IEnumerable<LintFinding> Restricted(CalendarNode happening, string method)
    {
        foreach (var (property, (least, most)) in Restrictions.Of(method))
        {
            var times = happening.All(property).Count();
            if (times < least || times > most)
                yield return new LintFinding($"rfc5546-{method.ToLowerInvariant()}-{property.ToLowerInvariant()}", $"{property} stands {times} times");
        }
    }

    private static IEnumerable<LintFinding> Times(CalendarNode happening)
    {
        if (happening.Find("DTEND") is not null && happening.Find("DURATION") is not null)
            yield return new LintFinding("dtend-or-duration", "both stand");
        foreach (var property in happening.Properties.Where(property => property.Name is "DTSTAMP" or "CREATED" or "LAST-MODIFIED"))
        {
            if (!property.Value.EndsWith('Z') || CalendarMoment.Parse(property) is null)
                yield return new LintFinding("utc-time", $"{property.Name} is no time in UTC");
        }

        foreach (var property in happening.Properties.Where(property => property.Name is "DTSTART" or "DTEND" or "RECURRENCE-ID"))
        {
            if (CalendarMoment.Parse(property) is null)
                yield return new LintFinding("time-form", $"{property.Name} is no time");
            else if (!property.Value.EndsWith('Z') && property["TZID"] is null && property["VALUE"] != "DATE")
                yield return new LintFinding("floating-time", $"{property.Name} is in no zone");
        }

        if (CalendarMoment.Parse(happening.Find("DTSTART")) is { } start && CalendarMoment.Parse(happening.Find("DTEND")) is { } end && end.Clock <= start.Clock)
            yield return new LintFinding("end-after-start", "DTEND is not after DTSTART");
    }

    private static IEnumerable<LintFinding> States(CalendarNode happening, string method)
    {
        var status = happening.Find("STATUS")?.Value;
        if (method == "CANCEL" && status != "CANCELLED")
            yield return new LintFinding("cancel-status", "CANCEL without STATUS:CANCELLED stays alive in some programs");
        if (method is "REQUEST" or "ADD" && status is not (null or "CONFIRMED" or "TENTATIVE"))
            yield return new LintFinding("request-status", "an event that is asked for must be CONFIRMED or TENTATIVE");
        if (happening.Find("SEQUENCE") is { } sequence && !(int.TryParse(sequence.Value, out var number) && number >= 0))
            yield return new LintFinding("sequence-number", "SEQUENCE is no number");
        if (happening.Find("UID") is { } uid && uid.Value.Length is 0 or > 255)
            yield return new LintFinding("uid-length", "UID is empty or longer than 255");
        if (method == "REQUEST" && happening.All("ATTENDEE").Any(attendee => attendee["PARTSTAT"] is null || attendee["RSVP"] is null))
            yield return new LintFinding("attendee-asked", "ATTENDEE without PARTSTAT and RSVP shows no buttons");
    }

    private static IEnumerable<LintFinding> Parts(CalendarNode happening, string method)
    {
        foreach (var inner in happening.Children)
        {
            if (inner.Name != "VALARM" || !Restrictions.MayHaveAlarm(method))
                yield return new LintFinding("calendar-component", $"{inner.Name} may not stand in an event of {method}");
            else if (inner.Find("ACTION") is not { } action || inner.Find("TRIGGER") is null || (action.Value == "DISPLAY" && inner.Find("DESCRIPTION") is null))
                yield return new LintFinding("alarm-form", "VALARM needs ACTION, TRIGGER and, to show something, DESCRIPTION");
        }

        foreach (var conference in happening.All("CONFERENCE").Where(one => one["VALUE"] != "URI" || !Uri.IsWellFormedUriString(one.Value, UriKind.Absolute)))
            yield return new LintFinding("conference-uri", "CONFERENCE must be VALUE=URI (RFC 7986 section 5.11)");
    }
}

using System.Collections.Concurrent;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Conference.Invitations.Calendars;

/// <summary>
/// VTIMEZONE of any zone by rules, not lists of dates, good for the years around an event. Ical.Net's own gives
/// zones without summer time a yearly rule of their last change.
/// </summary>
internal static class ZoneRules
{
    private const int YearsAhead = 6;
    private static readonly ConcurrentDictionary<(string, int), List<ZoneChange>> Changes = new();

    public static VTimeZone Of(TimeZoneInfo zone, DateTimeOffset around)
    {
        var component = new VTimeZone(zone.Id) { Location = null };
        var first = TimeZoneInfo.ConvertTime(around, zone).Year - 1;
        var changes = Changes.GetOrAdd((zone.Id, first), static (_, at) => ZoneChange.Between(at.zone, at.first, at.first + YearsAhead), (zone, first));
        if (changes.Count == 0 || changes[0].Day > TimeZoneInfo.ConvertTime(around, zone).DateTime)
            component.AddChild(Constant(zone, around));
        foreach (var same in changes.GroupBy(change => (change.From, change.To, change.Day.Month)))
            Add(component, [.. same], first);
        return component;
    }

    private static VTimeZoneInfo Constant(TimeZoneInfo zone, DateTimeOffset around)
    {
        var offset = zone.GetUtcOffset(around);
        var constant = Observance(Components.Standard, new ZoneChange(new DateTime(1970, 1, 1), offset, offset, false));
        if (zone.Id == "Asia/Tokyo")
            constant.TimeZoneName = "JST";
        return constant;
    }

    private static void Add(VTimeZone component, List<ZoneChange> changes, int first)
    {
        var name = changes[0].Summer ? Components.Daylight : Components.Standard;
        var yearly = changes.Select(change => change.Day.Year).SequenceEqual(Enumerable.Range(first, YearsAhead));
        if (yearly && YearlyRule.Of([.. changes.Select(change => change.Day)]) is { } rule)
        {
            var observance = Observance(name, changes[0]);
            observance.RecurrenceRule = new RecurrenceRule(rule);
            component.AddChild(observance);
            return;
        }

        // Changes that follow no calendar rule (Ramadan in Morocco), or began lately: each stands for itself.
        foreach (var change in changes)
            component.AddChild(Observance(name, change));
    }

    private static VTimeZoneInfo Observance(string name, ZoneChange change) => new(name)
    {
        DtStart = new CalDateTime(change.Day, null),
        OffsetFrom = new UtcOffset(change.From),
        OffsetTo = new UtcOffset(change.To),
    };
}

using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Conference.Council.Feeds;

/// <summary>VTIMEZONE of the network's zone: Outlook shifts entries whose zone it is not given.</summary>
internal static class FeedZone
{
    public static VTimeZone Of(TimeZoneInfo zone, DateTimeOffset around)
    {
        // For a zone without summer time Ical.Net writes a rule that repeats its last change, of 1951 in Tokyo, every year.
        var rules = zone.GetAdjustmentRules();
        if (rules.Any(rule => rule.DateEnd >= around.UtcDateTime && rule.DaylightDelta != TimeSpan.Zero))
            return VTimeZone.FromDateTimeZone(zone.Id, around.UtcDateTime, includeHistoricalData: false);

        var offset = new UtcOffset(zone.GetUtcOffset(around));
        var standard = new VTimeZoneInfo(Components.Standard)
        {
            DtStart = new CalDateTime(1970, 1, 1, 0, 0, 0),
            OffsetFrom = offset,
            OffsetTo = offset,
            TimeZoneName = zone.Id == "Asia/Tokyo" ? "JST" : zone.StandardName,
        };
        var component = new VTimeZone(zone.Id);
        component.Children.Add(standard);
        return component;
    }
}

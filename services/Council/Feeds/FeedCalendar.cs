using Conference.Contracts.Requests;
using Conference.Council.Schedule;
using Conference.Platform.Calendars;
using Conference.Platform.Time;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Conference.Council.Feeds;

/// <summary>
/// Writes a feed (RFC 5545, METHOD:PUBLISH of RFC 5546). The same content gives the same octets: nothing here
/// comes from the clock. UIDs are those of the invitations, so that a calendar knows both for one conference.
/// </summary>
internal sealed class FeedCalendar(NetworkTime network)
{
    private const string ProductId = "-//Conference//Council//JA";

    public string Write(FeedContent content)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = ProductId };
        var refresh = $"PT{content.RefreshMinutes}M";
        calendar.AddProperty("NAME", content.Name);
        calendar.AddProperty("X-WR-CALNAME", content.Name);
        calendar.AddProperty("X-WR-TIMEZONE", network.Zone.Id);
        calendar.AddProperty("X-PUBLISHED-TTL", refresh);
        calendar.AddProperty("DESCRIPTION", content.Name);
        calendar.AddProperty("URL", $"{content.BaseUrl.TrimEnd('/')}/schedule");
        if (content.Entries.Count > 0)
            calendar.AddProperty("LAST-MODIFIED", content.Entries.Max(entry => entry.ChangedAt).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        var interval = new CalendarProperty("REFRESH-INTERVAL", refresh);
        interval.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(interval);
        if (content.Entries.Count > 0)
            calendar.AddTimeZone(FeedZone.Of(network.Zone, content.Entries[0].Start));
        foreach (var entry in content.Entries)
            calendar.Events.Add(Event(entry, content));
        return ContentLines.Fold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Event(FeedEntry entry, FeedContent content)
    {
        var happening = Bare(entry, content);
        if (entry.State == ConferenceStates.Cancelled)
            return happening;
        // RFC 7986, 5.11. Behind sign-in: how to join stands in no feed.
        var conference = new CalendarProperty("CONFERENCE", happening.Url!.ToString());
        conference.AddParameter("VALUE", "URI");
        conference.AddParameter("FEATURE", "VIDEO");
        happening.Properties.Add(conference);
        return happening;
    }

    private CalendarEvent Bare(FeedEntry entry, FeedContent content) => new()
    {
        Uid = $"{entry.ConferenceId:D}@{content.Domain}",
        Sequence = entry.Revision,
        Status = Status(entry.State),
        Summary = $"{entry.Kind.Ja()} {entry.Number}",
        DtStart = Local(entry.Start),
        DtEnd = Local(entry.End),
        DtStamp = Utc(entry.ChangedAt),
        LastModified = Utc(entry.ChangedAt),
        // RFC 5546, 3.2.1 asks PUBLISH for an organizer. Not the address of the invitations: who has only the feed cannot answer.
        Organizer = new Organizer($"mailto:schedule@{content.Domain}"),
        Url = new Uri($"{content.BaseUrl.TrimEnd('/')}/conferences/{entry.ConferenceId:D}"),
    };

    private static string Status(string state) => state switch
    {
        ConferenceStates.Cancelled => EventStatus.Cancelled,
        _ when ConferenceStates.Settled.Contains(state) => EventStatus.Confirmed,
        _ => EventStatus.Tentative,
    };

    private CalDateTime Local(DateTimeOffset instant) => new(network.ToLocal(instant).DateTime, network.Zone.Id);

    private static CalDateTime Utc(DateTimeOffset instant) => new(DateTime.SpecifyKind(instant.UtcDateTime, DateTimeKind.Utc));
}

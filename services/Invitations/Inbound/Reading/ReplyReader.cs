using System.Text;
using Conference.Contracts.Invitations;
using Conference.Invitations.Calendars.Reading;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>Reads what comes back in calendars, as tolerantly as the programs in the wild need it (RFC 5546 section 3.2.3, 3.2.6, 3.2.7).</summary>
internal sealed class ReplyReader(TimeZoneInfo network)
{
    private const int MostEvents = 100;

    /// <summary>The replies in a calendar.</summary>
    /// <param name="calendar">Its bytes.</param>
    /// <param name="method">The method that the mail's part names, for calendars that name none.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="sender">Who sent the mail.</param>
    /// <exception cref="UnreadableMailException">It is too large.</exception>
    public IReadOnlyList<ReadReply> Read(ReadOnlySpan<byte> calendar, string? method, Encoding? encoding, string? sender = null)
    {
        var reading = CalendarReader.Read(calendar, encoding);
        if (reading.Fault is "calendar_too_large" or "calendar_too_deep")
            throw new UnreadableMailException(reading.Fault);
        var replies = new List<ReadReply>();
        foreach (var one in reading.Calendars)
        {
            var zones = new CalendarZones(one, network);
            foreach (var happening in one.Inner("VEVENT"))
            {
                if (MethodOf(one, method, happening) is not { } known)
                    continue;
                if (replies.Count == MostEvents)
                    throw new UnreadableMailException("too_many_events");
                replies.Add(Reply(happening, known, zones, Answering.Of(happening, known, sender)));
            }
        }

        return replies;
    }

    // Some programs name the method in neither place: one attendee who has made up his mind is an answer.
    private static ReplyMethod? MethodOf(CalendarNode calendar, string? ofPart, CalendarNode happening) => (calendar.Find("METHOD")?.Value.Trim() ?? ofPart)?.ToUpperInvariant() switch
    {
        "REPLY" => ReplyMethod.Reply,
        "COUNTER" => ReplyMethod.Counter,
        "REFRESH" => ReplyMethod.Refresh,
        null when happening.All("ATTENDEE").ToList() is [var only] && only["PARTSTAT"] is { } state && !state.Equals("NEEDS-ACTION", StringComparison.OrdinalIgnoreCase) => ReplyMethod.Reply,
        _ => null,
    };

    private static ReadReply Reply(CalendarNode happening, ReplyMethod method, CalendarZones zones, CalendarProperty? attendee)
    {
        var state = attendee?["PARTSTAT"]?.ToUpperInvariant();
        var start = zones.InstantOf(happening.Find("DTSTART"));
        return new ReadReply
        {
            Method = method,
            Uid = happening.Find("UID")?.Value.Trim(),
            Sequence = int.TryParse(happening.Find("SEQUENCE")?.Value, out var sequence) && sequence >= 0 ? sequence : null,
            Attendee = Clean(attendee?.Address),
            Answer = state switch { "ACCEPTED" => Answer.Accepted, "DECLINED" => Answer.Declined, "TENTATIVE" => Answer.Tentative, _ => null },
            Delegated = state == "DELEGATED",
            Delegate = Delegate(attendee),
            Stamp = zones.InstantOf(happening.Find("DTSTAMP")),
            Start = start,
            End = zones.InstantOf(happening.Find("DTEND")) ?? (start is { } from && CalendarDuration.Parse(happening.Find("DURATION")?.Value) is { } length ? from + length : null),
            Occurrence = zones.InstantOf(happening.Find("RECURRENCE-ID")),
        };
    }

    private static string? Delegate(CalendarProperty? attendee) =>
        attendee?["DELEGATED-TO"] is { } to ? Clean(new CalendarProperty("", [], to.Split(',')[0]).Address) : null;

    // What no address can hold no store can keep.
    private static string? Clean(string? address) => address is { Length: > 0 and <= 320 } && !address.Any(char.IsControl) ? address.ToLowerInvariant() : null;
}

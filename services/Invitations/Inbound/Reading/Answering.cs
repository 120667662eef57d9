using Conference.Invitations.Calendars.Reading;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// Whose line of a reply is the answer. It should have one attendee; programs list all of them, or add the organizer in
/// the chair (RFC 5546 section 4.2.4) and whoever has delegated to the one who answers (section 4.2.5).
/// </summary>
internal static class Answering
{
    public static CalendarProperty? Of(CalendarNode happening, ReplyMethod method, string? sender)
    {
        var organizer = happening.Find("ORGANIZER")?.Address;
        var all = happening.All("ATTENDEE").ToList();
        if (all.Exists(attendee => !Is(attendee, organizer)))
            all.RemoveAll(attendee => Is(attendee, organizer));
        // Who proposes another time need not have answered to the present one.
        return all.Find(attendee => Is(attendee, sender) && (method != ReplyMethod.Reply || IsDecided(attendee)))
            ?? all.Find(attendee => IsDecided(attendee) && !StateOf(attendee).Equals("DELEGATED", StringComparison.OrdinalIgnoreCase))
            ?? all.Find(IsDecided)
            ?? all.FirstOrDefault();
    }

    private static bool Is(CalendarProperty attendee, string? address) => address is not null && address.Equals(attendee.Address, StringComparison.OrdinalIgnoreCase);

    private static bool IsDecided(CalendarProperty attendee) => StateOf(attendee) is { Length: > 0 } state && !state.Equals("NEEDS-ACTION", StringComparison.OrdinalIgnoreCase);

    private static string StateOf(CalendarProperty attendee) => attendee["PARTSTAT"] ?? "";
}

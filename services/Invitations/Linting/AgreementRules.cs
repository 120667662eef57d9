using Conference.Invitations.Calendars.Reading;
using MimeKit;

namespace Conference.Invitations.Linting;

/// <summary>Where head and calendar of a mail must say the same, or a program drops one of them.</summary>
internal static class AgreementRules
{
    // Sixteen characters that mean nothing: 64 bits and more.
    private const int ShortestAgent = 16;

    public static IEnumerable<LintFinding> Check(MimeMessage message, TextPart part, CalendarNode calendar)
    {
        if (part.ContentType.Parameters["method"] != calendar.Find("METHOD")?.Value)
            yield return new LintFinding("mime-method", "method= of the part is not METHOD of the calendar");
        var (from, to) = (message.From.Mailboxes.FirstOrDefault()?.Address, message.To.Mailboxes.FirstOrDefault()?.Address);
        foreach (var happening in calendar.Inner("VEVENT"))
        {
            var organizer = happening.Find("ORGANIZER")?.Address;
            var attendees = happening.All("ATTENDEE").Select(attendee => attendee.Address).ToList();
            if (organizer is not null && organizer.IndexOf('@', StringComparison.Ordinal) < ShortestAgent)
                yield return new LintFinding("organizer-unguessable", "ORGANIZER is no address of one conference alone: whoever guesses it can answer");
            if (!Same(organizer, from))
                yield return new LintFinding("organizer-is-sender", "ORGANIZER is not the sender's address");
            if (Same(organizer, to) || attendees.Exists(attendee => Same(attendee, organizer)))
                yield return new LintFinding("organizer-is-not-recipient", "Domino drops what an organizer sends to itself");
            if (attendees.Count > 0 && !attendees.Exists(attendee => Same(attendee, to)))
                yield return new LintFinding("attendee-is-recipient", "the recipient is no ATTENDEE: no buttons in Gmail");
            if (CalendarMoment.Parse(happening.Find("DTSTAMP")) is { } stamp && stamp.Clock != message.Date.UtcDateTime)
                yield return new LintFinding("dtstamp-of-this-mail", "DTSTAMP is not the time of this mail");
        }
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

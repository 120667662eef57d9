using Conference.Invitations.Calendars.Reading;
using MimeKit;

namespace Conference.Invitations.Linting;

/// <summary>
/// Checks the bytes of an outgoing mail against all rules of outgoing mail. It knows nothing of what wrote them, so
/// that it finds the writer's mistakes too.
/// </summary>
internal static class MailLinter
{
    /// <summary>All that the mail breaks; nothing for a good one.</summary>
    public static IReadOnlyList<LintFinding> Check(byte[] mail)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(mail, writable: false), persistent: true);
            return [.. HeaderRules.Check(mail, message), .. StructureRules.Check(message), .. Calendar(message)];
        }
        catch (FormatException broken)
        {
            return [new LintFinding("mime", broken.Message)];
        }
    }

    /// <summary>Checks a calendar that is no mail: a feed, an attached file.</summary>
    public static IReadOnlyList<LintFinding> CheckCalendar(byte[] calendar)
    {
        List<LintFinding> findings = [.. CalendarText.Check(calendar)];
        var reading = CalendarReader.Read(calendar);
        if (reading.PassedOver > 0)
            findings.Add(new LintFinding("calendar-content-line", $"{reading.PassedOver} lines are no name, parameters and value (RFC 5545 section 3.1)"));
        if (reading.Fault is { } fault)
            findings.Add(new LintFinding("calendar-readable", fault));
        else if (reading.Calendars.Count != 1)
            findings.Add(new LintFinding("calendar-one", $"{reading.Calendars.Count} calendars in one stream"));
        else
            findings.AddRange(CalendarRules.Check(reading.Calendars[0]));
        return findings;
    }

    private static IEnumerable<LintFinding> Calendar(MimeMessage message)
    {
        if (StructureRules.CalendarOf(message) is not { } part)
            return [];
        var bytes = StructureRules.Bytes(part);
        var findings = CheckCalendar(bytes);
        return findings.Count == 0 && CalendarReader.Read(bytes).Calendars is [var calendar]
            ? AgreementRules.Check(message, part, calendar)
            : findings;
    }
}

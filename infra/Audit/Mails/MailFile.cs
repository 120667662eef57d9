using System.Globalization;
using Ical.Net.CalendarComponents;
using MimeKit;
using Calendar = Ical.Net.Calendar;

namespace Conference.Audit.Mails;

/// <summary>What a mail in the drop says, read as a mail and calendar program reads it.</summary>
internal sealed record MailFile(string Name, Guid? MailId, string To, Happening? Happening)
{
    public static MailFile Load(string path)
    {
        using var mail = MimeMessage.Load(path);
        return new MailFile(
            Path.GetFileName(path),
            Guid.TryParse(mail.MessageId?.Split('@')[0], CultureInfo.InvariantCulture, out var id) ? id : null,
            mail.To.Mailboxes.Select(mailbox => mailbox.Address).FirstOrDefault() ?? "",
            mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar")) is { } part ? Happening.Of(part.Text) : null);
    }
}

/// <summary>The one event of a calendar.</summary>
internal sealed record Happening(Guid? ConferenceId, string Uid, int Sequence, DateTimeOffset Stamp, DateTimeOffset Start, DateTimeOffset End, bool Cancels)
{
    public static Happening? Of(string text) => Calendar.Load(text) is { } calendar && calendar.Events.FirstOrDefault() is { Uid: { } uid, Start: not null, DtStamp: not null } happening
        ? new Happening(
            Guid.TryParse(uid.Split('@')[0], CultureInfo.InvariantCulture, out var id) ? id : null,
            uid,
            happening.Sequence,
            new DateTimeOffset(happening.DtStamp.AsUtc, TimeSpan.Zero),
            new DateTimeOffset(happening.Start.AsUtc, TimeSpan.Zero),
            EndOf(happening),
            string.Equals(calendar.Method, "CANCEL", StringComparison.OrdinalIgnoreCase))
        : null;

    private static DateTimeOffset EndOf(CalendarEvent happening) => new((happening.End ?? happening.Start!).AsUtc, TimeSpan.Zero);
}

using System.Globalization;
using Conference.Tests.Support;
using MimeKit;
using Calendar = Ical.Net.Calendar;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>A mail as it lies at the mail server; its event where it has a calendar.</summary>
internal sealed record DeliveredMail(string To, Guid MailId, DeliveredEvent? Event);

/// <summary>What a calendar program reads in it.</summary>
internal sealed record DeliveredEvent(Guid ConferenceId, int Sequence, DateTimeOffset Stamp, DateTimeOffset Start, string Method, string Status)
{
    public bool Cancels => Method == "CANCEL";
}

/// <summary>What the mail server has taken: everything goes to one mailbox, with the recipient in X-Original-To.</summary>
internal static class Mailbox
{
    public static async Task<IReadOnlyList<DeliveredMail>> ReadAsync(Server server)
    {
        var folder = Directory.CreateTempSubdirectory("conference-").FullName;
        try
        {
            await server.CopyAsync("/var/mail/conference/Maildir/new", folder);
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Read)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DeliveredMail Read(string file)
    {
        using var mail = MimeMessage.Load(file);
        var part = mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"));
        return new DeliveredMail(mail.Headers["X-Original-To"] ?? "", IdIn(mail.MessageId!), part is null ? null : ReadEvent(part.Text));
    }

    private static DeliveredEvent ReadEvent(string text)
    {
        var calendar = Calendar.Load(text)!;
        var entry = calendar.Events[0]!;
        return new DeliveredEvent(
            IdIn(entry.Uid!), entry.Sequence, new DateTimeOffset(entry.DtStamp!.AsUtc, TimeSpan.Zero), new DateTimeOffset(entry.Start!.AsUtc, TimeSpan.Zero), calendar.Method!, entry.Status ?? "");
    }

    private static Guid IdIn(string text) => Guid.Parse(text.Split('@')[0], CultureInfo.InvariantCulture);
}

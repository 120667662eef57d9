using Conference.Tests.Support;
using MimeKit;
using Calendar = Ical.Net.Calendar;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>A calendar mail as it lies at the mail server.</summary>
internal sealed record DeliveredMail(string To, string Uid, int Sequence, string Method, string Status, string MessageId);

/// <summary>What the mail server has taken: everything goes to one mailbox, with the recipient in X-Original-To.</summary>
internal static class Mailbox
{
    public static async Task<IReadOnlyList<DeliveredMail>> ReadAsync(Server server)
    {
        var folder = Directory.CreateTempSubdirectory("conference-").FullName;
        try
        {
            await server.CopyAsync("/var/mail/conference/Maildir/new", folder);
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => MimeMessage.Load(file)).SelectMany(Read)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<DeliveredMail> Read(MimeMessage mail)
    {
        if (mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar")) is not { } part)
            return [];
        var calendar = Calendar.Load(part.Text)!;
        var entry = calendar.Events[0]!;
        return [new DeliveredMail(mail.Headers["X-Original-To"] ?? "", entry.Uid!, entry.Sequence, calendar.Method!, entry.Status ?? "", mail.MessageId ?? "")];
    }
}

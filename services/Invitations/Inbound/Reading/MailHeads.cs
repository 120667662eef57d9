using System.Text.RegularExpressions;
using MimeKit;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>What the head of a mail says of where it goes, what it answers, and whether anybody wrote it.</summary>
internal static partial class MailHeads
{
    public const int LongestSubject = 200;
    public const int LongestAddress = 320;
    public const int MostHead = 64 * 1024;

    private static readonly string[] Delivered = ["Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To"];

    /// <summary>Who it says sent it.</summary>
    public static string Sender(MimeMessage message) => KeptText.Of(message.From.Mailboxes.FirstOrDefault()?.Address.ToLowerInvariant() ?? "", LongestAddress);

    /// <summary>Sender, subject and recipients of a mail that is not read further; empty where not even that much can be read.</summary>
    public static MailGlance Glance(byte[] mail)
    {
        try
        {
            using var message = new MimeMessage(HeaderList.Load(new MemoryStream(mail, 0, Math.Min(mail.Length, MostHead), writable: false)));
            return new MailGlance(Sender(message), KeptText.Of(message.Subject ?? "", LongestSubject), Recipients(message));
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or IOException or InvalidOperationException)
        {
            return new MailGlance("", "", []);
        }
    }

    public static List<string> Recipients(MimeMessage message) =>
    [
        .. message.Headers.Where(header => Delivered.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => KeptText.Of(header.Value.Trim(' ', '<', '>'), LongestAddress)),
        .. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Take(50).Select(mailbox => KeptText.Of(mailbox.Address, LongestAddress)),
    ];

    public static IEnumerable<string> Refers(MimeMessage message) =>
        new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse().Take(50));

    /// <summary>RFC 3834, and what programs said before it.</summary>
    public static bool IsAutomatic(MimeMessage message) =>
        message.Headers["Auto-Submitted"] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || message.Headers.Contains("X-Autoreply") || message.Headers.Contains("X-Autorespond") || message.Headers.Contains("X-Auto-Reply-From")
        || message.Headers["Precedence"] is { } precedence && AutomaticPrecedence().IsMatch(precedence)
        || message.Body?.ContentType.IsMimeType("multipart", "report") == true
        || AutomaticSubject().IsMatch(message.Subject ?? "");

    [GeneratedRegex("^(bulk|junk|auto_reply|auto-reply|list)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AutomaticPrecedence();

    [GeneratedRegex(@"^\W*(auto(matic)?[- ]?(reply|response)|out of( the)? office|自動(応答|返信)|不在(通知|のお知らせ|に?つき)|休暇中)|(自動応答|自動返信|不在通知)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AutomaticSubject();
}

/// <summary>As much of a mail as tells a person which one it is.</summary>
internal sealed record MailGlance(string Sender, string Subject, IReadOnlyList<string> Recipients);

using System.Text.RegularExpressions;
using MimeKit;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>Mails that say another could not be delivered: RFC 3464, and those of servers that write them in their own words.</summary>
internal static partial class BounceReader
{
    private const int LongestWords = 300;

    public static ReadBounce? Read(MimeMessage message, MailParts parts, string text) => Standard(parts) ?? OwnWords(message, text);

    private static ReadBounce? Standard(MailParts parts)
    {
        var groups = parts.Statuses.SelectMany(Groups).Where(group => ActionOf(group) is "failed" or "delayed").ToList();
        if (groups is not [var group, ..])
            return null;
        // Whatever the status: 4.4.7 is what a server says when it has given up (RFC 3464 section 2.3.3).
        var (status, said) = (group["Status"]?.Trim() ?? "", group["Diagnostic-Code"]?.Trim() ?? "");
        return new ReadBounce(Address(group["Final-Recipient"] ?? group["Original-Recipient"]), ActionOf(group) == "failed", KeptText.Of($"{status} {said}".Trim(), LongestWords, lines: true))
        {
            // Other types than mail addresses (x400, a local name) say nothing of whom we wrote to.
            Named = [.. groups.SelectMany(one => new[] { one["Original-Recipient"], one["Final-Recipient"] }).Select(Address).OfType<string>().Where(address => address.Contains('@', StringComparison.Ordinal))],
        };
    }

    private static string? ActionOf(HeaderList group) => group["Action"]?.Trim().ToLowerInvariant();

    private static HeaderListCollection Groups(MessageDeliveryStatus status)
    {
        try
        {
            return status.StatusGroups;
        }
        catch (Exception broken) when (broken is FormatException or IOException)
        {
            return [];
        }
    }

    // qmail, Exim, Postfix without a report, and the mail services of Japan's providers.
    private static ReadBounce? OwnWords(MimeMessage message, string text)
    {
        var robot = message.From.Mailboxes.FirstOrDefault()?.Address is { } from && Robots().IsMatch(from);
        var failed = message.Headers["X-Failed-Recipients"];
        if (!robot && failed is null)
            return null;
        if (failed is null && !Failure().IsMatch(message.Subject ?? "") && !Failure().IsMatch(KeptText.Of(text, LongestWords, lines: true)))
            return null;
        var code = Codes().Match(text);
        var later = Later().IsMatch(message.Subject ?? "") || (code.Success && code.Value[0] == '4' && !Failure().IsMatch(message.Subject ?? ""));
        var recipient = failed?.Split(',')[0].Trim() ?? (Angled().Match(text) is { Success: true } match ? match.Groups["A"].Value : null);
        return new ReadBounce(recipient?.ToLowerInvariant(), !later, code.Success ? code.Value : "own words") { Named = failed?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [] };
    }

    private static string? Address(string? typed) => typed?[(typed.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim(' ', '<', '>').ToLowerInvariant();

    [GeneratedRegex("^(mailer-daemon|postmaster|mail-daemon|mailerdaemon|mdaemon|bounce)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Robots();

    [GeneratedRegex("undeliver|delivery (status|has failed|failure|problem)|failure notice|returned mail|mail delivery failed|delivery failed|could not be delivered|couldn't be delivered|delayed|warning|配信できません|配信(に)?失敗|送信できません|届けられません|配達できません|エラー", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Failure();

    [GeneratedRegex("delay|warning|遅延|will (retry|be retried)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b[45]\.\d{1,3}\.\d{1,3}\b|\b5\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Codes();

    [GeneratedRegex(@"<(?<A>[^<>\s@]{1,64}@[^<>\s@]{1,200})>", RegexOptions.NonBacktracking)]
    private static partial Regex Angled();
}

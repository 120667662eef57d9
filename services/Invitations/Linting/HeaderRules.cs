using MimeKit;

namespace Conference.Invitations.Linting;

/// <summary>Rules about a mail's head: it threads, does not loop, is ASCII on the wire and goes to one reader.</summary>
internal static class HeaderRules
{
    private const int LongestLine = 998;

    public static IEnumerable<LintFinding> Check(byte[] mail, MimeMessage message)
    {
        foreach (var finding in Lines(mail).Concat(Persons(message)))
            yield return finding;
        if (string.IsNullOrEmpty(message.MessageId) || message.MessageId.Any(letter => letter > 126))
            yield return new LintFinding("message-id", "there is no Message-ID, or it is not ASCII");
        if (message.Headers[HeaderId.Date] is null)
            yield return new LintFinding("date", "there is no Date");
        if (string.IsNullOrWhiteSpace(message.Subject))
            yield return new LintFinding("subject", "there is no Subject");
        if (message.Headers["Auto-Submitted"] is null or "no")
            yield return new LintFinding("auto-submitted", "vacation programs answer mails without Auto-Submitted (RFC 3834)");
        if (message.ReplyTo.Count > 0)
            yield return new LintFinding("reply-to", "calendar programs answer ORGANIZER, not Reply-To: it would part answers in words from all others");
        if (message.InReplyTo is { } earlier && !message.References.Contains(earlier))
            yield return new LintFinding("references", "In-Reply-To is not among the References");
        if (StructureRules.CalendarOf(message) is null && !Unsubscribes(message))
            yield return new LintFinding("list-unsubscribe", "a reminder must say how to stop reminders, at one click (RFC 2369, RFC 8058)");
    }

    // RFC 5322 section 2.1.1, and RFC 2047: no octet above 126 in a head.
    private static IEnumerable<LintFinding> Lines(byte[] mail)
    {
        var (from, inHead, number) = (0, true, 0);
        while (from < mail.Length)
        {
            number++;
            var length = mail.AsSpan(from).IndexOf((byte)'\n') is var end and >= 0 ? end : mail.Length - from;
            if (Fault(mail.AsSpan(from, length), number, inHead) is { } fault)
                yield return fault;
            inHead &= length > 1;
            from += length + 1;
        }
    }

    private static LintFinding? Fault(ReadOnlySpan<byte> line, int number, bool inHead)
    {
        if (line.Length > LongestLine)
            return new LintFinding("line-length", $"line {number} has {line.Length} octets");
        return inHead && line.TrimEnd((byte)'\r').ContainsAnyExceptInRange((byte)9, (byte)126)
            ? new LintFinding("header-ascii", $"line {number} of the head is not ASCII")
            : null;
    }

    private static IEnumerable<LintFinding> Persons(MimeMessage message)
    {
        if (message.To.Mailboxes.Count() != 1 || message.Cc.Count > 0 || message.Bcc.Count > 0)
            yield return new LintFinding("one-recipient", "one mail goes to one reader");
        if (message.From.Mailboxes.Count() != 1)
            yield return new LintFinding("one-sender", "there is not one sender");
        else if (message.From.Mailboxes.Single().Address.Replace("-", "", StringComparison.Ordinal).StartsWith("noreply", StringComparison.OrdinalIgnoreCase))
            yield return new LintFinding("sender-answers", "nobody reads answers to a no-reply address");
    }

    private static bool Unsubscribes(MimeMessage message) =>
        message.Headers["List-Unsubscribe"] is { } link && link.StartsWith("<http", StringComparison.OrdinalIgnoreCase) && link.EndsWith('>')
        && message.Headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click";
}

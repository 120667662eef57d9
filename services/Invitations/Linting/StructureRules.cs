using MimeKit;

namespace Conference.Invitations.Linting;

/// <summary>How a mail is put together (devguide.calconnect.org/iMIP/iMIPBest-Practices).</summary>
internal static class StructureRules
{
    private static readonly string[] Letter = ["text/plain", "text/html"];
    private static readonly string[] Invitation = ["text/plain", "text/html", "text/calendar"];

    public static TextPart? CalendarOf(MimeMessage message) => message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"));

    public static byte[] Bytes(MimePart part)
    {
        using var stream = new MemoryStream();
        part.Content?.DecodeTo(stream);
        return stream.ToArray();
    }

    public static IEnumerable<LintFinding> Check(MimeMessage message)
    {
        var invites = CalendarOf(message) is not null;
        var alternative = invites ? (message.Body as Multipart)?.OfType<Multipart>().FirstOrDefault() : message.Body as Multipart;
        if (alternative is null || !alternative.ContentType.IsMimeType("multipart", "alternative")
            || !alternative.Select(part => part.ContentType.MimeType).SequenceEqual(invites ? Invitation : Letter))
            yield return new LintFinding("mime-structure", "plain text, HTML and, in an invitation, the calendar must be alternatives, in this order");
        if (invites && message.Body is Multipart mixed && !Attached(mixed))
            yield return new LintFinding("mime-attachment", "an invitation is multipart/mixed with the same calendar attached as application/ics");
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(part => !"utf-8".Equals(part.ContentType.Charset, StringComparison.OrdinalIgnoreCase)))
            yield return new LintFinding("charset", $"{part.ContentType.MimeType} is not in UTF-8");
        foreach (var part in message.BodyParts.Where(part => (part.ContentDisposition?.FileName ?? part.ContentType.Name) is { } name && name.Any(letter => letter is < ' ' or > '~')))
            yield return new LintFinding("ascii-file-name", $"the name of {part.ContentType.MimeType} is not ASCII");
        foreach (var finding in Text(message))
            yield return finding;
    }

    private static bool Attached(Multipart mixed) =>
        mixed.ContentType.IsMimeType("multipart", "mixed") && mixed.Count == 2 && mixed[1] is MimePart file
        && file.ContentType.IsMimeType("application", "ics") && file.FileName is { Length: > 0 } && file.ContentTransferEncoding == ContentEncoding.Base64
        && mixed[0] is Multipart { Count: 3 } alternative && alternative[2] is MimePart calendar && Bytes(calendar).AsSpan().SequenceEqual(Bytes(file));

    // Who sees the plain text alone must find all there is to open.
    private static IEnumerable<LintFinding> Text(MimeMessage message)
    {
        var (plain, html) = (message.TextBody ?? "", message.HtmlBody ?? "");
        if (string.IsNullOrWhiteSpace(plain))
            yield return new LintFinding("plain-text", "the plain text is empty");
        if (html.Split("href=\"").Skip(1).Select(rest => System.Net.WebUtility.HtmlDecode(rest.Split('"')[0])).FirstOrDefault(link => !plain.Contains(link, StringComparison.Ordinal)) is not null)
            yield return new LintFinding("plain-text", "a link of the HTML is not in the plain text");
    }
}

using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// Reads a mail from its bytes. It looks nothing up and believes nothing, and it has limits for everything that a mail
/// can have much of, so that no mail can keep it busy or make it large.
/// </summary>
internal sealed class MailReader(TimeZoneInfo network, string? trustedServer)
{
    private const int MostParts = 200;
    private const int MostText = 256 * 1024;
    private const int MostExcerpt = 500;
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 20 };

    private readonly ReplyReader _replies = new(network);

    /// <exception cref="UnreadableMailException">It is too large, too deep, or no mail at all.</exception>
    public ReadMail Read(byte[] mail)
    {
        try
        {
            using var message = MimeMessage.Load(Options, new MemoryStream(mail, writable: false), persistent: true);
            return Read(message);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or IOException or DecoderFallbackException or NotSupportedException)
        {
            throw new UnreadableMailException("not_a_mail");
        }
    }

    private ReadMail Read(MimeMessage message)
    {
        var parts = new MailParts(MostParts);
        parts.Add(message.Body);
        List<ReadReply> replies = [];
        foreach (var part in parts.Leaves)
            replies.AddRange(Replies(part, MailHeads.Sender(message)));
        var text = Text(parts);
        return new ReadMail
        {
            Sender = MailHeads.Sender(message),
            Recipients = MailHeads.Recipients(message),
            Subject = KeptText.Of(message.Subject ?? "", MailHeads.LongestSubject),
            Date = message.Headers.Contains(HeaderId.Date) && message.Date.Year is > 1970 and < 2200 ? message.Date.ToUniversalTime() : null,
            Refers = [.. MailHeads.Refers(message), .. parts.Originals],
            Automatic = MailHeads.IsAutomatic(message),
            Verdict = SenderCheck.Of(message, trustedServer),
            Replies = replies,
            PlainAnswer = PlainAnswer.Read(text),
            Bounce = BounceReader.Read(message, parts, text),
            Excerpt = KeptText.Of(string.Join('\n', PlainAnswer.Own(text).Take(12)), MostExcerpt, lines: true),
        };
    }

    private IEnumerable<ReadReply> Replies(MimePart part, string sender)
    {
        if (part is TnefPart tnef)
            return TnefReply.Read(tnef) is { } reply ? [reply] : [];
        return IsCalendar(part)
            ? _replies.Read(Bytes(part, Calendars.Reading.CalendarReader.MaxBytes), part.ContentType.Parameters["method"], EncodingOf(part), sender)
            : [];
    }

    private static bool IsCalendar(MimePart part) =>
        part.ContentType.IsMimeType("text", "calendar") || part.ContentType.IsMimeType("application", "ics") || part.ContentType.IsMimeType("application", "calendar")
        || part.FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;

    // UTF-8 is the calendar's own (RFC 5545 section 3.1.4), whatever a part without a charset would be by itself.
    private static Encoding? EncodingOf(MimePart part)
    {
        if (part.ContentType.Charset is not { Length: > 0 } charset || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Text(MailParts parts)
    {
        var plain = parts.Texts.Find(text => text.IsPlain) is { } part ? Decode(part) : "";
        // Some programs put an empty text beside the HTML that was written.
        return string.IsNullOrWhiteSpace(plain) && parts.Texts.Find(text => text.IsHtml) is { } html ? HtmlWords.Of(Decode(html)) : plain;
    }

    private static string Decode(TextPart part)
    {
        if (part.Content is null)
            return "";
        // An answer stands at the beginning; a long text takes nothing from the calendar beside it.
        var bytes = Bytes(part, MostText, cuts: true);
        return (EncodingOf(part) ?? Encoding.UTF8).GetString(bytes);
    }

    private static byte[] Bytes(MimePart part, int limit, bool cuts = false)
    {
        using var stream = new BoundedStream(limit, cuts);
        part.Content?.DecodeTo(stream);
        return stream.ToArray();
    }
}

using Conference.Contracts.Invitations;
using Conference.Invitations.Calendars;
using Conference.Platform.Time;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Writes a stored mail as MIME, always the same way: what is dropped, sent, sent again after a crash and shown is
/// one mail.
/// </summary>
internal sealed class MailComposer(LetterWriter letters, InvitationCalendar calendar, AgentAddresses agents, NetworkTime network, IOptions<MailOptions> options)
{
    /// <param name="mail">The mail.</param>
    /// <param name="withLink">False for a reader who may not answer for the hospital: neither by the link nor by a mail to the contact's own address.</param>
    public MimeMessage Compose(Mail mail, bool withLink = true)
    {
        var letter = letters.Write(mail, withLink);
        var message = new MimeMessage
        {
            Date = network.ToLocal(mail.QueuedAt),
            MessageId = IdOf(mail.MailId),
            Subject = letter.Subject,
            Body = Body(mail, letter, withLink),
        };
        message.From.Add(new MailboxAddress(options.Value.FromName, agents.Of(mail, withLink)));
        message.To.Add(new MailboxAddress(mail.ContactName, mail.Address));
        if (mail.Content.FirstMailId is { } first)
        {
            message.InReplyTo = IdOf(first);
            message.References.Add(IdOf(first));
        }

        // Vacation programs and delivery robots do not answer these (RFC 3834 section 5; MS-OXCMAIL 2.1.3.2.20).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.Headers.Add("Content-Language", mail.Language);
        if (!HasCalendar(mail.Kind))
        {
            // RFC 8058: mail programs offer it as one click.
            message.Headers.Add("List-Unsubscribe", $"<{letters.QuietLink(mail, withLink)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private static bool HasCalendar(MailKind kind) => kind is MailKind.Invitation or MailKind.Confirmation or MailKind.Cancellation or MailKind.ProposalDeclined;

    private string IdOf(Guid mailId) => $"{mailId:N}@{options.Value.Domain}";

    private Multipart Body(Mail mail, Letter letter, bool withLink)
    {
        var alternative = new MultipartAlternative
        {
            Text("plain", PlainLetter.Write(letter)),
            Text("html", HtmlLetter.Write(letter)),
        };
        alternative.Boundary = $"=-alternative-{mail.MailId:N}";
        if (!HasCalendar(mail.Kind))
            return alternative;

        var (ics, method) = (calendar.Write(mail, letter, withLink), InvitationCalendar.MethodOf(mail));
        var invite = Text("calendar", ics);
        invite.ContentType.Parameters.Add("method", method);
        alternative.Add(invite);
        return new Multipart("mixed", alternative, Attachment(ics)) { Boundary = $"=-mixed-{mail.MailId:N}" };
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText("utf-8", text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart Attachment(string ics) => new("application", "ics")
    {
        Content = new MimeContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ics))),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invite.ics" },
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentType = { Name = "invite.ics" },
    };
}

using MimeKit;
using MimeKit.Tnef;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>The leaves of a mail, those within winmail.dat among them. A mail within the mail is looked at only for its id.</summary>
internal sealed class MailParts(int most)
{
    private int _seen;

    public List<MimePart> Leaves { get; } = [];

    public List<TextPart> Texts { get; } = [];

    public List<MessageDeliveryStatus> Statuses { get; } = [];

    /// <summary>Ids of mails within the mail.</summary>
    public List<string> Originals { get; } = [];

    public void Add(MimeEntity? entity)
    {
        if (entity is null)
            return;
        if (++_seen > most)
            throw new UnreadableMailException("too_many_parts");
        switch (entity)
        {
            case Multipart multipart:
                foreach (var part in multipart)
                    Add(part);
                break;
            case MessagePart { Message: { } message }:
                AddId(message.MessageId);
                break;
            case MessageDeliveryStatus status:
                Statuses.Add(status);
                break;
            case TnefPart tnef:
                Leaves.Add(tnef);
                AddUnpacked(tnef);
                break;
            case TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers"):
                AddHead(text);
                break;
            case TextPart text:
                Leaves.Add(text);
                if (!text.IsAttachment)
                    Texts.Add(text);
                break;
            case MimePart part:
                Leaves.Add(part);
                break;
        }
    }

    private void AddId(string? id)
    {
        if (!string.IsNullOrEmpty(id))
            Originals.Add(id);
    }

    // The head of a mail that came back, with the rest left out.
    private void AddHead(TextPart head)
    {
        using var stream = new BoundedStream(64 * 1024);
        head.Content?.DecodeTo(stream);
        stream.Write("\r\n\r\n"u8);
        stream.Position = 0;
        using var message = MimeMessage.Load(stream);
        AddId(message.MessageId);
    }

    private void AddUnpacked(TnefPart tnef)
    {
        foreach (var part in TnefReply.Attachments(tnef))
            Add(part);
    }
}

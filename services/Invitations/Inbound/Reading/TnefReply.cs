using System.Text;
using Conference.Contracts.Invitations;
using MimeKit;
using MimeKit.Tnef;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// Answers in winmail.dat: Outlook's own form (a message class and the UID within its global object id, MS-OXOCAL section
/// 2.2.1.27) and calendars attached in it.
/// </summary>
internal static class TnefReply
{
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly byte[] UidMark = "vCal-Uid\x01\0\0\0"u8.ToArray();

    /// <summary>The files in it.</summary>
    public static IReadOnlyList<MimePart> Attachments(TnefPart tnef)
    {
        try
        {
            return [.. tnef.ExtractAttachments().OfType<MimePart>().Take(50)];
        }
        catch (Exception broken) when (broken is TnefException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            throw new UnreadableMailException("broken_winmail");
        }
    }

    /// <summary>The answer that it is itself; null when it is none.</summary>
    public static ReadReply? Read(TnefPart tnef)
    {
        using var stream = new BoundedStream(MostBytes);
        tnef.Content?.DecodeTo(stream);
        var bytes = stream.ToArray();
        return AnswerOf(ClassOf(bytes)) is { } answer ? new ReadReply { Method = ReplyMethod.Reply, Uid = UidOf(bytes), Answer = answer } : null;
    }

    private static Answer? AnswerOf(string messageClass) => messageClass switch
    {
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Pos", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespP", StringComparison.OrdinalIgnoreCase) => Answer.Accepted,
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Neg", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespN", StringComparison.OrdinalIgnoreCase) => Answer.Declined,
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Tent", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespA", StringComparison.OrdinalIgnoreCase) => Answer.Tentative,
        _ => null,
    };

    private static string ClassOf(byte[] bytes)
    {
        try
        {
            using var reader = new TnefReader(new MemoryStream(bytes, writable: false), 0, TnefComplianceMode.Loose);
            while (reader.ReadNextAttribute())
            {
                if (reader.AttributeTag == TnefAttributeTag.MessageClass)
                    return reader.TnefPropertyReader.ReadValueAsString().TrimEnd('\0').Trim();
            }
        }
        catch (Exception broken) when (broken is TnefException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            throw new UnreadableMailException("broken_winmail");
        }

        return "";
    }

    private static string? UidOf(byte[] bytes)
    {
        var at = bytes.AsSpan().IndexOf(UidMark);
        if (at < 0)
            return null;
        var uid = bytes.AsSpan(at + UidMark.Length);
        var end = uid.IndexOf((byte)0);
        return end is > 0 and < 300 ? Encoding.ASCII.GetString(uid[..end]) : null;
    }
}

using System.Buffers.Binary;
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
    private static readonly byte[] ClassMark = [0x01, 0x08, 0x80, 0x07, 0x00];
    private static readonly byte[] UidMark = "vCal-Uid\x01\0\0\0"u8.ToArray();

    /// <summary>The files in it.</summary>
    public static IReadOnlyList<MimePart> Attachments(TnefPart tnef)
    {
        try
        {
            return TnefAttachments.In(Bytes(tnef));
        }
        catch (Exception broken) when (broken is TnefException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            throw new UnreadableMailException("broken_winmail");
        }
    }

    /// <summary>The answer that it is itself; null when it is none.</summary>
    public static ReadReply? Read(TnefPart tnef)
    {
        var bytes = Bytes(tnef);
        return AnswerOf(ClassOf(bytes)) is { } answer ? new ReadReply { Method = ReplyMethod.Reply, Uid = UidOf(bytes), Answer = answer } : null;
    }

    private static byte[] Bytes(TnefPart tnef)
    {
        using var stream = new BoundedStream(MostBytes);
        tnef.Content?.DecodeTo(stream);
        return stream.ToArray();
    }

    private static Answer? AnswerOf(string messageClass) => messageClass switch
    {
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Pos", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespP", StringComparison.OrdinalIgnoreCase) => Answer.Accepted,
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Neg", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespN", StringComparison.OrdinalIgnoreCase) => Answer.Declined,
        _ when messageClass.EndsWith("Schedule.Meeting.Resp.Tent", StringComparison.OrdinalIgnoreCase) || messageClass.EndsWith("MtgRespA", StringComparison.OrdinalIgnoreCase) => Answer.Tentative,
        _ => null,
    };

    // attMessageClass (MS-OXTNEF section 2.1.3.3.2): its tag, four bytes of length, the name in ASCII.
    private static string ClassOf(byte[] bytes)
    {
        var at = bytes.AsSpan().IndexOf(ClassMark);
        if (at < 0 || at + ClassMark.Length + 4 > bytes.Length)
            return "";
        var name = bytes.AsSpan(at + ClassMark.Length + 4);
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + ClassMark.Length));
        return length is > 0 and < 200 && length <= name.Length ? Encoding.ASCII.GetString(name[..length]).TrimEnd('\0').Trim() : "";
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

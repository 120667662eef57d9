using MimeKit;

namespace Conference.Invitations.Outbound;

internal static class MessageBytes
{
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    /// <summary>The mail as it goes over the wire, every line ended by CRLF.</summary>
    public static byte[] ToBytes(this MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(Format, stream);
        return stream.ToArray();
    }
}

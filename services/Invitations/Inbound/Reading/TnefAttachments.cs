using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// The files in winmail.dat (MS-OXTNEF section 2.1.3.4). MimeKit's own extraction would unpack the text too, to whatever
/// size it claims to have, and nobody reads it here.
/// </summary>
internal static class TnefAttachments
{
    private const int MostFiles = 50;

    // MimeKit asks for a Windows code page by number, which .NET knows only when it is told.
    static TnefAttachments() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<MimePart> In(byte[] winmail)
    {
        List<MimePart> files = [];
        var (name, octets) = ("", Array.Empty<byte>());
        using var reader = new TnefReader(new MemoryStream(winmail, writable: false), 0, TnefComplianceMode.Loose);
        while (files.Count < MostFiles && reader.ReadNextAttribute())
        {
            switch (reader.AttributeTag)
            {
                case TnefAttributeTag.AttachRenderData:
                    Take();
                    break;
                case TnefAttributeTag.AttachTitle:
                    name = Encoding.Latin1.GetString(ValueOf(reader, winmail.Length)).TrimEnd('\0');
                    break;
                case TnefAttributeTag.AttachData:
                    octets = ValueOf(reader, winmail.Length);
                    break;
            }
        }

        Take();
        return files;

        // Where the next begins, or at the end: name and octets come in either order.
        void Take()
        {
            if (octets.Length > 0)
                files.Add(new MimePart("application", "octet-stream") { FileName = name, Content = new MimeContent(new MemoryStream(octets)) });
            (name, octets) = ("", []);
        }
    }

    private static byte[] ValueOf(TnefReader reader, int most)
    {
        if (reader.AttributeRawValueLength < 0 || reader.AttributeRawValueLength > most)
            throw new UnreadableMailException("broken_winmail");
        var value = new byte[reader.AttributeRawValueLength];
        var read = 0;
        while (read < value.Length && reader.ReadAttributeRawValue(value, read, value.Length - read) is > 0 and var more)
            read += more;
        return value[..read];
    }
}

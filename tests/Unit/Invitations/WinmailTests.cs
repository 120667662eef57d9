using System.Text;
using Conference.Contracts.Invitations;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>winmail.dat as Outlook writes it (MS-OXTNEF), and as nobody should.</summary>
public class WinmailTests
{
    private const int MegaByte = 1024 * 1024;

    [Fact]
    public void Read_CalendarAttachedInWinmail_IsTheAnswer()
    {
        var calendar = $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{Dialects.Uid}\r\nDTSTAMP:20261124T010000Z\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:desk@h.jp\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        var reply = Dialects.Reader.Read(Mail(Attachment("invite.ics", Encoding.UTF8.GetBytes(calendar)))).Replies.ShouldHaveSingleItem();

        (reply.Answer, reply.Uid, reply.Attendee).ShouldBe((Answer.Tentative, Dialects.Uid, "desk@h.jp"));
    }

    [Fact]
    public void Read_ZipBombInWinmail_IsLeftPacked()
    {
        // A local file header that promises four gigabytes: whoever unpacked it would need them.
        byte[] zip = [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, (byte)'a', .. new byte[16]];

        Dialects.Reader.Read(Mail(Attachment("42.zip", zip))).Replies.ShouldBeEmpty();
    }

    [Fact]
    public void Read_TextThatUnpacksToMuch_TakesBoundedMemory()
    {
        var mail = Mail(PackedText(MegaByte));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Dialects.Reader.Read(mail).Replies.ShouldBeEmpty();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200L * MegaByte);
    }

    private static byte[] Mail(byte[] attributes)
    {
        byte[] winmail = [0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00, .. attributes];
        var part = new MimePart("application", "ms-tnef") { FileName = "winmail.dat", ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream(winmail)) };
        using var message = new MimeMessage([new MailboxAddress("", "desk@h.jp")], [new MailboxAddress("", "c-1@conference.example")], "RE", part);
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    // attAttachRendData begins an attachment; its name and its octets follow (section 2.1.3.4).
    private static byte[] Attachment(string name, byte[] octets) =>
    [
        .. Attribute(2, 0x00069002, new byte[14]),
        .. Attribute(2, 0x00018010, [.. Encoding.ASCII.GetBytes(name), 0]),
        .. Attribute(2, 0x0006800F, octets),
    ];

    // PR_RTF_COMPRESSED among attMsgProps (section 2.1.3.3.10), of nothing but references of 17 octets each (MS-OXRTFCP).
    private static byte[] PackedText(int length)
    {
        byte[] run = [0xFF, .. Enumerable.Repeat<byte[]>([0x00, 0x0F], 8).SelectMany(reference => reference)];
        byte[] packed = [.. Enumerable.Repeat(run, length / run.Length).SelectMany(octets => octets)];
        byte[] text = [.. BitConverter.GetBytes(packed.Length + 12), .. BitConverter.GetBytes(int.MaxValue), .. "LZFu"u8, .. new byte[4], .. packed];
        byte[] property = [1, 0, 0, 0, 0x02, 0x01, 0x09, 0x10, 1, 0, 0, 0, .. BitConverter.GetBytes(text.Length), .. text, .. new byte[(4 - (text.Length % 4)) % 4]];
        return Attribute(1, 0x00069003, property);
    }

    private static byte[] Attribute(byte level, int tag, byte[] value)
    {
        var sum = 0;
        foreach (var octet in value)
            sum += octet;
        return [level, .. BitConverter.GetBytes(tag), .. BitConverter.GetBytes(value.Length), .. value, .. BitConverter.GetBytes((ushort)sum)];
    }
}

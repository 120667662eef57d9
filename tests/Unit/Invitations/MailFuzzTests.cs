using System.Diagnostics;
using System.Globalization;
using Conference.Invitations.Calendars.Reading;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Linting;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>
/// Mails and calendars broken at random, always in the same way: none crashes the reader or the linter, none keeps them
/// busy, takes much memory while it is read or keeps any. CONFERENCE_FUZZ says how many for a longer run by hand.
/// </summary>
[Collection(WholeProcess.Name)]
public class MailFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const long MostKept = 64 * 1024 * 1024;
    private const long MostForOne = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Read_MutatedMails_NeverCrashesOrHangs()
    {
        var random = new Random(Seed);
        byte[][] seeds = [.. new[] { Dialects.Outlook, Dialects.OutlookCom, Dialects.Gmail, Dialects.GmailCounter, Dialects.Apple, Dialects.Thunderbird }.Select(Dialects.Bytes), .. new[] { "invitation", "cancellation", "reminder" }.Select(Written), .. Others.Select(Dialects.Bytes)];
        var (count, refused, slowest, largest, time) = (Count(), 0, TimeSpan.Zero, 0L, Stopwatch.StartNew());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < count; round++)
        {
            var mail = Mutated(seeds[random.Next(seeds.Length)], seeds, random);
            var (one, taken) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                Dialects.Reader.Read(mail);
            }
            catch (UnreadableMailException)
            {
                refused++;
            }

            MailLinter.Check(mail);
            CalendarReader.Read(mail);
            slowest = one.Elapsed > slowest ? one.Elapsed : slowest;
            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - taken);
        }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} mails in {time.Elapsed.TotalSeconds:0.0} s, {refused} refused, slowest {slowest.TotalMilliseconds:0} ms, {largest / 1024} kB for one at most, {kept / 1024} kB kept"));
        slowest.ShouldBeLessThan(Longest);
        largest.ShouldBeLessThan(MostForOne);
        kept.ShouldBeLessThan(MostKept);
    }

    private static int Count() => int.TryParse(Environment.GetEnvironmentVariable("CONFERENCE_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : 100_000;

    private static byte[] Written(string name)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name));
        return Conference.Invitations.Outbound.MessageBytes.ToBytes(message);
    }

    private static byte[] Mutated(byte[] seed, byte[][] seeds, Random random)
    {
        var mail = seed.ToList();
        for (var change = random.Next(1, 8); change > 0 && mail.Count > 1; change--)
            Mutate(mail, seeds, random);
        return [.. mail];
    }

    private static void Mutate(List<byte> mail, byte[][] seeds, Random random)
    {
        var at = random.Next(mail.Count);
        var length = Math.Min(random.Next(1, 200), mail.Count - at);
        switch (random.Next(7))
        {
            case 0:
                mail[at] = (byte)random.Next(256);
                break;
            case 1:
                mail.RemoveRange(at, length);
                break;
            case 2:
                mail.InsertRange(at, mail.GetRange(at, length));
                break;
            case 3:
                mail.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 5_000)));
                break;
            case 4:
                var other = seeds[random.Next(seeds.Length)];
                var from = random.Next(other.Length);
                mail.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 5:
                mail.InsertRange(at, System.Text.Encoding.ASCII.GetBytes(Lines[random.Next(Lines.Length)]));
                break;
            default:
                mail.RemoveRange(at, mail.Count - at);
                break;
        }
    }

    // A bounce (RFC 3464), an answer in words, and a feed of many events.
    private static readonly string[] Others =
    [
        "From: MAILER-DAEMON@mx.jp\nTo: c-1@conference.example\nSubject: Undelivered\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\nContent-Type: text/plain\n\nSorry.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.jp\n\nFinal-Recipient: rfc822; desk@h.jp\nAction: failed\nStatus: 5.1.1\n\n--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@conference.example>\n\n--r--\n",
        "From: desk@h.jp\nTo: c-1@conference.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\nお世話になっております。\n参加します。\n\n> ご回答ください\n",
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nMETHOD:PUBLISH\n{string.Concat(Enumerable.Range(1, 50).Select(number => $"BEGIN:VEVENT\nUID:{number}@a.example\nDTSTAMP:20261124T010000Z\nDTSTART:20261210T083000Z\nSUMMARY:会議\nEND:VEVENT\n"))}END:VCALENDAR\n",
    ];

    private static readonly string[] Lines =
    [
        "\r\nBEGIN:VEVENT\r\n", "\r\nEND:VCALENDAR\r\n", "\r\nContent-Type: multipart/mixed; boundary=a\r\n", "\r\n--a\r\n", "\r\n--b--\r\n", "\r\n\r\n", "\r\n ",
        "\r\nContent-Type: application/ms-tnef\r\n", "\r\nContent-Transfer-Encoding: base64\r\n", "\r\nContent-Type: message/rfc822\r\n\r\n", "\r\nContent-Type: message/delivery-status\r\n\r\n",
        "DTSTART;TZID=\"x:y\":99999999T999999", "RRULE:FREQ=SECONDLY;COUNT=1000000", "DURATION:P99999999W", "SEQUENCE:99999999999", "ATTENDEE;PARTSTAT=", "\r\nAuthentication-Results: ;;;=\r\n", "\u3000＞\"\\",
    ];
}

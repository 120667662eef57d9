using System.Diagnostics;
using System.Text;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Invitations.Answers;
using Conference.Invitations.Calendars;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Linting;
using Conference.Invitations.Outbound;
using Conference.Platform.Time;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;

namespace Conference.Benchmarks;

/// <summary>Invitations built a second beside Ical.Net writing the same calendar, already built, mails checked and replies read a second.</summary>
internal static class MailBenchmark
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(3);

    public static Task RunAsync()
    {
        var (composer, calendar, letters) = Writers();
        var mail = Invitation();
        var bytes = Bytes(composer, mail);
        var reader = new MailReader(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), null);
        var reply = Encoding.UTF8.GetBytes(Reply);
        var same = calendar.Of(mail, letters.Write(mail, true));
        var bare = Rate(() => new CalendarSerializer().SerializeToString(same));
        Report.Line("the same calendar, Ical.Net bare", $"{bare:N0}/s");
        Print("calendar of an invitation", Rate(() => calendar.Write(mail, letters.Write(mail, true))), bare);
        Print("invitation as a whole mail", Rate(() => Bytes(composer, mail)), bare);
        Print("mail checked by the linter", Rate(() => MailLinter.Check(bytes)), bare);
        Print("reply read", Rate(() => reader.Read(reply)), bare);
        return Task.CompletedTask;
    }

    private static void Print(string what, double rate, double bare) => Report.Line(what, $"{rate:N0}/s, {rate / bare:0.00} of Ical.Net bare");

    private static double Rate(Action work)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Each / 3;)
            work();
        var (count, time) = (0, Stopwatch.StartNew());
        for (; time.Elapsed < Each; count++)
            work();
        return count / time.Elapsed.TotalSeconds;
    }

    private static byte[] Bytes(MailComposer composer, Mail mail)
    {
        using var message = composer.Compose(mail);
        return message.ToBytes();
    }

    private static (MailComposer, InvitationCalendar, LetterWriter) Writers()
    {
        var network = new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
        var (portal, options) = (Options.Create(new PortalAddress()), Options.Create(new MailOptions()));
        var links = new AnswerLinks(new byte[32], portal, options);
        var agents = new AgentAddresses(links, options);
        var (letters, calendar) = (new LetterWriter(links, network, portal, options), new InvitationCalendar(network, agents, portal, options));
        return (new MailComposer(letters, calendar, agents, network, options), calendar, letters);
    }

    private static Mail Invitation()
    {
        var start = new DateTimeOffset(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);
        return new Mail
        {
            MailId = Guid.CreateVersion7(start), ConferenceId = Guid.CreateVersion7(start), HospitalId = "H1302", ContactId = Guid.CreateVersion7(start),
            Address = "h1302@hospitals.example", ContactName = "医療連携室", Language = "ja", Kind = MailKind.Invitation, Revision = 1, Start = start, End = start.AddHours(1),
            QueuedAt = start.AddDays(-16),
            Content = new MailContent
            {
                Brief = new ConferenceBrief { Number = "2026-0012", Kind = ConferenceKind.JointCancerBoard, HostHospitalId = "H1301", Start = start, End = start.AddHours(1), CaseCount = 3, ReplyBy = start.AddDays(-7) },
                HostName = "がん研究会有明病院", HospitalName = "武蔵野赤十字病院", Agent = "c-00112233445566778899aabb", Confirmed = false,
            },
        };
    }

    private const string Reply =
        "From: h1302@hospitals.example\r\nTo: c-00112233445566778899aabb+7c40826a15bf677ac3bc@conference.example\r\nSubject: Accepted\r\nDate: Tue, 24 Nov 2026 01:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:019ab000-0000-7000-8000-000000000001@conference.example\r\n"
        + "DTSTAMP:20261124T010000Z\r\nSEQUENCE:1\r\nDTSTART;TZID=Tokyo Standard Time:20261210T173000\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:h1302@hospitals.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

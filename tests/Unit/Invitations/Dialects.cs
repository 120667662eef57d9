using System.Text;
using Conference.Invitations.Inbound.Reading;

namespace Conference.UnitTests.Invitations;

/// <summary>Replies as programs write them, made from what is known of each.</summary>
internal static class Dialects
{
    public const string Uid = "019ab000-0000-7000-8000-000000000001@conference.example";
    private const string To = "c-00112233445566778899aabb+7c40826a15bf677ac3bc@conference.example";

    public static readonly MailReader Reader = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), null);

    // Windows' zone name, the whole event copied, the answer in Japanese in the subject.
    public const string Outlook = $"""
        From: =?utf-8?B?5Yy755mC6YCj5pC65a6k?= <h1302@hospitals.example>
        To: {To}
        Subject: =?utf-8?B?5om/6KqN5riI44G/OiDlkIjlkIzjgq3jg6Pjg7PjgrXjg7zjg5zjg7zjg4k=?=
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        Message-ID: <TYAP286MB0001@TYAP286.JPNP286.PROD.OUTLOOK.COM>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="_000_a"

        --_000_a
        Content-Type: text/plain; charset="us-ascii"


        --_000_a
        Content-Type: text/calendar; charset="utf-8"; method=REPLY

        BEGIN:VCALENDAR
        METHOD:REPLY
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Tokyo Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T000000
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0900
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT=ACCEPTED;CN=desk:mailto:h1302@hospitals.example
        COMMENT;LANGUAGE=ja-JP:\n
        UID:{Uid}
        SUMMARY;LANGUAGE=ja-JP:=?x?
        DTSTART;TZID=Tokyo Standard Time:20261210T173000
        DTEND;TZID=Tokyo Standard Time:20261210T183000
        CLASS:PUBLIC
        PRIORITY:5
        DTSTAMP:20261124T010000Z
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        SEQUENCE:1
        X-MICROSOFT-CDO-APPT-SEQUENCE:1
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        END:VEVENT
        END:VCALENDAR

        --_000_a--
        """;

    // No ORGANIZER, and folded within a character.
    public const string OutlookCom = $"""
        From: h1302@hospitals.example
        To: {To}
        Subject: Declined
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        MIME-Version: 1.0
        Content-Type: text/calendar; charset=utf-8

        BEGIN:VCALENDAR
        METHOD:REPLY
        VERSION:2.0
        BEGIN:VEVENT
        UID:{Uid}
        DTSTAMP:20261124T010000Z
        ATTENDEE;PARTSTAT=DECLINED:MAILTO:H1302@Hospitals.example
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR
        """;

    // Google: the series and one occurrence in one reply, RECURRENCE-ID in UTC, attached a second time as application/ics.
    public const string Gmail = $"""
        From: h1302@hospitals.example
        To: {To}
        Subject: Tentatively accepted
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=a

        --a
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

        H1302 has replied "Maybe" to this invitation.

        --b
        Content-Type: text/calendar; charset="UTF-8"; method=REPLY

        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VEVENT
        DTSTART:20261210T083000Z
        DTEND:20261210T093000Z
        DTSTAMP:20261124T010000Z
        ORGANIZER;CN=x:mailto:{To}
        UID:{Uid}
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;X-NUM-GUESTS=0:mailto:h1302@hospitals.example
        SEQUENCE:1
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261217T083000Z
        DTSTAMP:20261124T010000Z
        RECURRENCE-ID:20261217T083000Z
        UID:{Uid}
        ATTENDEE;PARTSTAT=DECLINED:mailto:h1302@hospitals.example
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR

        --b--
        --a--
        """;

    public const string GmailCounter = $"""
        From: h1302@hospitals.example
        To: {To}
        Subject: Proposed new time
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        MIME-Version: 1.0
        Content-Type: text/calendar; charset="UTF-8"; method=COUNTER

        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:COUNTER
        BEGIN:VEVENT
        DTSTART:20261211T083000Z
        DURATION:PT1H30M
        DTSTAMP:20261124T010000Z
        UID:{Uid}
        ATTENDEE;PARTSTAT=TENTATIVE:mailto:h1302@hospitals.example
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR
        """;

    // Apple Mail: an attachment of application/ics and no method= anywhere.
    public const string Apple = $"""
        From: h1302@hospitals.example
        To: {To}
        Subject: Accepted
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=a

        --a
        Content-Type: text/plain


        --a
        Content-Disposition: attachment; filename=iCal-20261124.ics
        Content-Type: application/ics; name=iCal.ics

        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Apple Inc.//macOS 15//EN
        BEGIN:VEVENT
        UID:{Uid}
        DTSTAMP:20261124T010000Z
        ATTENDEE;CN="desk; x";PARTSTAT=ACCEPTED:mailto:h1302@hospitals.example
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR

        --a--
        """;

    public const string Thunderbird = $"""
        From: h1302@hospitals.example
        To: {To}
        Subject: =?UTF-8?Q?Event_Invitation_Reply_=28Accepted=29?=
        Date: Tue, 24 Nov 2026 01:00:00 +0000
        MIME-Version: 1.0
        Content-Type: text/calendar; method=REPLY; charset=UTF-8

        BEGIN:VCALENDAR
        PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:{Uid}
        DTSTAMP:20261124T010000Z
        DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20261210T173000
        ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE;ROLE=REQ-PARTICIPANT:mailto:h1302@ho
         spitals.example
        ORGANIZER:mailto:{To}
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR
        """;

    public static ReadMail Read(string mail) => Reader.Read(Bytes(mail));

    public static byte[] Bytes(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    public static ReadMail Plain(string text, string headers = "", Encoding? encoding = null, string charset = "utf-8") => Reader.Read(
    [
        .. Encoding.ASCII.GetBytes($"From: h1302@hospitals.example\r\nTo: {To}\r\nSubject: Re\r\n{headers}MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"),
        .. (encoding ?? Encoding.UTF8).GetBytes(text.ReplaceLineEndings("\r\n")),
    ]);
}

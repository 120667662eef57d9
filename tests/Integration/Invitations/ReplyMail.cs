using System.Text;
using Conference.Invitations.Answers;
using Conference.Invitations.Inbound;
using Conference.Invitations.Inbound.Mailbox;
using Conference.Invitations.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Invitations;

/// <summary>A mail as a hospital's program would send it back, with what a test wants otherwise.</summary>
internal sealed record ReplyMail
{
    public required string To { get; init; }

    public required string Uid { get; init; }

    public string From { get; init; } = "h1302@a.example";

    public string Attendee { get; init; } = "h1302@a.example";

    public string Method { get; init; } = "REPLY";

    public string PartStat { get; init; } = "ACCEPTED";

    public int? Sequence { get; init; } = 1;

    public DateTimeOffset Stamp { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>When the mail says it was written, where that is not when its calendar says.</summary>
    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Start { get; init; }

    public string Headers { get; init; } = "";

    public string ExtraLines { get; init; } = "";

    /// <summary>A reply to what the contact of this number was sent, by its own address and token.</summary>
    public static async Task<ReplyMail> OfAsync(InvitationsHost host, int contact)
    {
        var agent = await host.InAsync(store => store.Conferences.Where(row => row.ConferenceId == host.ConferenceId).Select(row => row.Agent).SingleAsync());
        var token = host.Services.GetRequiredService<AnswerLinks>().MailToken(host.ConferenceId, InvitationsHost.ContactId(contact));
        return new ReplyMail { To = $"{agent}+{token}@conference.example", Uid = $"{host.ConferenceId}@conference.example" };
    }

    public byte[] Calendar() => Mail("text/calendar; charset=utf-8; method=" + Method, string.Join("\r\n", Lines().Where(line => line.Length > 0)) + "\r\n");

    public byte[] Plain(string text) => Mail("text/plain; charset=utf-8", text.ReplaceLineEndings("\r\n"));

    public byte[] Mail(string type, string body) => Encoding.UTF8.GetBytes($"""
        From: <{From}>
        To: <{To}>
        Subject: Re: invitation
        Date: {(Date ?? Stamp).UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000
        Message-ID: <{Guid.CreateVersion7():N}@a.example>
        MIME-Version: 1.0
        {(Headers.Length > 0 ? Headers + "\r\n" : "")}Content-Type: {type}
        Content-Transfer-Encoding: 8bit

        {body}
        """.ReplaceLineEndings("\r\n"));

    public static Task<ReceivedMail> TakeAsync(InvitationsHost host, byte[] mail) => host.Services.GetRequiredService<MailIntake>().TakeAsync(mail, default);

    private IEnumerable<string> Lines() =>
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", $"METHOD:{Method}", "BEGIN:VEVENT",
        $"UID:{Uid}", $"DTSTAMP:{Stamp.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}",
        Sequence is { } sequence ? $"SEQUENCE:{sequence}" : "",
        $"ATTENDEE;PARTSTAT={PartStat}:mailto:{Attendee}",
        Start is { } start ? $"DTSTART:{start.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}" : "",
        ExtraLines, "SUMMARY:x", "END:VEVENT", "END:VCALENDAR",
    ];
}

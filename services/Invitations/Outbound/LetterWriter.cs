using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Invitations.Answers;
using Conference.Invitations.Ledger;
using Conference.Invitations.Polls;
using Conference.Platform.Time;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>Says what a mail says, in the contact's language: number, kind and time, never a title or a case.</summary>
internal sealed class LetterWriter(AnswerLinks links, NetworkTime network, IOptions<PortalAddress> portal, IOptions<MailOptions> options)
{
    public string SubjectOf(Mail mail)
    {
        var text = MailText.In(mail.Language);
        if (PollLetter.IsPoll(mail.Kind))
            return PollLetter.SubjectOf(mail, text, network);
        return $"{text[$"Subject_{Occasion(mail)}"]}{KindOf(text, mail.Content.Brief.Kind)} {mail.Content.Brief.Number} {text.Short(network.ToLocal(mail.Start))}";
    }

    public static string KindOf(MailText text, ConferenceKind kind) => text[$"Kind_{Code.Of(kind)}"];

    /// <summary>Where a contact says that it wants no more reminders.</summary>
    public string QuietLink(Mail mail, bool withLink) => $"{(withLink ? links.Link(mail.ConferenceId, mail.ContactId, mail.End) : links.Hidden)}/quiet";

    public Letter Write(Mail mail, bool withLink)
    {
        var text = MailText.In(mail.Language);
        if (PollLetter.IsPoll(mail.Kind))
        {
            var link = mail.Kind == MailKind.PollEnd ? null : withLink ? links.PollLink(mail.ConferenceId, mail.ContactId, mail.End) : links.Hidden;
            return PollLetter.Write(mail, text, Greeting(text, mail.Content.HospitalName, mail.ContactName), link, options.Value.FromName, network);
        }

        var over = IsOver(mail);
        return new Letter
        {
            Text = text,
            Subject = SubjectOf(mail),
            Greeting = Greeting(text, mail.Content.HospitalName, mail.ContactName),
            Intro = text[$"Intro_{Occasion(mail)}{(Occasion(mail) == "decided" && mail.Content.Answered is { } answered ? $"_{Code.Of(answered)}" : "")}"],
            Facts = Facts(mail, text),
            AnswerLink = over || mail.Kind == MailKind.OldTimeHeld ? null : withLink ? links.Link(mail.ConferenceId, mail.ContactId, mail.End) : links.Hidden,
            JoinLink = over ? null : portal.Value.OfConference(mail.ConferenceId),
            Sender = options.Value.FromName,
        };
    }

    // An imported hospital's contact bears the hospital's own name until somebody enters a person or a desk.
    private static string Greeting(MailText text, string hospital, string contact) =>
        contact.StartsWith(hospital, StringComparison.Ordinal) ? text.Say("Greeting_once", contact) : text.Say("Greeting", hospital, contact);

    private static bool IsOver(Mail mail) => mail.Kind == MailKind.Cancellation || mail is { Kind: MailKind.OldTimeHeld, Content.Lacking: Lacking.End };

    private static string Occasion(Mail mail) => mail switch
    {
        { Kind: MailKind.OldTimeHeld, Content.Lacking: Lacking.End } => "end_unknown",
        { Kind: MailKind.OldTimeHeld, Content.Lacking: Lacking.Invitation } => "invitation_unknown",
        { Kind: MailKind.Cancellation, Content.WholeCancelled: false } => "taken_back",
        { Kind: MailKind.Cancellation, Content.TimeOff: true } => "time_off",
        { Kind: MailKind.Invitation, Content.PreviousStart: not null } => "update",
        { Kind: MailKind.Invitation, Content.FromPoll: true } => "decided",
        _ => Code.Of(mail.Kind),
    };

    private List<(string, string)> Facts(Mail mail, MailText text)
    {
        var (content, brief) = (mail.Content, mail.Content.Brief);
        List<(string, string)> facts =
        [
            (text["Label_number"], brief.Number),
            (text["Label_kind"], KindOf(text, brief.Kind)),
            (text[IsOver(mail) ? "Label_cancelled_when" : "Label_when"], Span(text, mail.Start, mail.End)),
        ];
        if (content is { PreviousStart: { } start, PreviousEnd: { } end })
            facts.Add((text[mail.Kind == MailKind.ProposalDeclined ? "Label_proposed" : "Label_before"], Span(text, start, end)));
        facts.Add((text["Label_host"], content.HostName));
        if (content.Unreached is { } unreached)
            facts.Add((text["Label_unreached"], unreached));
        if (brief.CaseCount > 0)
            facts.Add((text["Label_cases"], text.Say("Cases", brief.CaseCount)));
        if (mail.Kind is MailKind.Invitation or MailKind.Chaser)
            facts.Add((text["Label_reply_by"], text.Moment(network.ToLocal(brief.ReplyBy))));
        return facts;
    }

    private string Span(MailText text, DateTimeOffset start, DateTimeOffset end) => text.Span(network.ToLocal(start), network.ToLocal(end), network.Zone);
}

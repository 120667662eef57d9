using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Conference.Platform.Time;

namespace Conference.Invitations.Polls;

/// <summary>Says what the mails of a poll say: several times, none of them fixed, so there is nothing for a calendar and nothing to join.</summary>
internal static class PollLetter
{
    public static bool IsPoll(MailKind kind) => kind is MailKind.Poll or MailKind.PollChaser or MailKind.PollEnd;

    public static string SubjectOf(Mail mail, MailText text, NetworkTime network)
    {
        var brief = mail.Content.Brief;
        var what = $"{text[$"Subject_{Occasion(mail)}"]}{LetterWriter.KindOf(text, brief.Kind)} {brief.Number}";
        return mail.Kind == MailKind.PollEnd ? what : $"{what} {text.Say("Until", text.Short(network.ToLocal(brief.ReplyBy)))}";
    }

    public static Letter Write(Mail mail, MailText text, string greeting, string? link, string sender, NetworkTime network) => new()
    {
        Text = text,
        Subject = SubjectOf(mail, text, network),
        Greeting = greeting,
        Intro = text[$"Intro_{Occasion(mail)}"],
        Facts = Facts(mail, text, network),
        AnswerText = "Vote",
        AnswerLink = link,
        Sender = sender,
    };

    private static string Occasion(Mail mail) => mail switch
    {
        { Kind: MailKind.PollEnd, Content.PollEnding: { } ending } => $"poll_end_{Code.Of(ending)}",
        { Kind: MailKind.Poll, Content.CandidatesChanged: true } => "poll_again",
        _ => Code.Of(mail.Kind),
    };

    private static List<(string, string)> Facts(Mail mail, MailText text, NetworkTime network)
    {
        var (content, brief) = (mail.Content, mail.Content.Brief);
        List<(string, string)> facts = [(text["Label_number"], brief.Number), (text["Label_kind"], LetterWriter.KindOf(text, brief.Kind)), (text["Label_host"], content.HostName)];
        if (brief.CaseCount > 0)
            facts.Add((text["Label_cases"], text.Say("Cases", brief.CaseCount)));
        var label = mail.Kind == MailKind.PollEnd ? "Label_candidate_off" : "Label_candidate";
        facts.AddRange(content.Candidates.Select((candidate, index) =>
            (text.Say(label, index + 1), text.Span(network.ToLocal(candidate.Start), network.ToLocal(candidate.End), network.Zone))));
        if (mail.Kind != MailKind.PollEnd)
            facts.Add((text["Label_vote_by"], text.Moment(network.ToLocal(brief.ReplyBy))));
        return facts;
    }
}

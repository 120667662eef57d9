using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Invitations.Answers;
using Conference.Invitations.Calendars;
using Conference.Invitations.Outbound;
using Conference.Invitations.Polls;
using Conference.Platform.Time;
using Microsoft.Extensions.Options;

namespace Conference.UnitTests.Invitations;

/// <summary>One mail of each sort, always the same.</summary>
internal static class Specimen
{
    public static readonly DateTimeOffset Start = new(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);
    public static readonly Guid ConferenceId = new("019ab000-0000-7000-8000-000000000001");
    public static readonly Guid ContactId = new("019ab000-0000-7000-8000-0000000000c1");
    private static readonly Guid First = new("019ab000-0000-7000-8000-0000000000f1");

    private static readonly PollCandidate[] Candidates =
    [
        new() { Start = Start, End = Start.AddHours(1) },
        new() { Start = Start.AddDays(1), End = Start.AddDays(1).AddHours(1) },
        new() { Start = Start.AddDays(5).AddMinutes(30), End = Start.AddDays(5).AddMinutes(90) },
    ];

    public static AnswerLinks Links(byte fill = 7) => new([.. Enumerable.Repeat(fill, 32)], Options.Create(new PortalAddress()), Options.Create(new MailOptions()));

    public static MailComposer Composer(string zone = "Asia/Tokyo")
    {
        var network = new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var (portal, mail) = (Options.Create(new PortalAddress()), Options.Create(new MailOptions()));
        var agents = new AgentAddresses(Links(), mail);
        return new MailComposer(new LetterWriter(Links(), network, portal, mail), new InvitationCalendar(network, agents, portal, mail), agents, network, mail);
    }

    public static Mail Mail(string name, string language = "ja") => name switch
    {
        "invitation" => Mail(MailKind.Invitation, 1, language),
        "update" => Mail(MailKind.Invitation, 2, language, later: true, content => content with { PreviousStart = Start.AddDays(-1), PreviousEnd = Start.AddDays(-1).AddHours(1) }),
        "confirmation" => Mail(MailKind.Confirmation, 2, language, later: true, content => content with { Confirmed = true, Answered = Answer.Accepted }),
        "cancellation" => Mail(MailKind.Cancellation, 3, language, later: true, content => content with { WholeCancelled = true }),
        "taken_back" => Mail(MailKind.Cancellation, 3, language, later: true),
        "chaser" => Mail(MailKind.Chaser, 1, language, later: true),
        "proposal_declined" => Mail(MailKind.ProposalDeclined, 2, language, later: true, content => content with { PreviousStart = Start.AddDays(1), PreviousEnd = Start.AddDays(1).AddHours(1) }),
        "old_time_held" => Mail(MailKind.OldTimeHeld, 2, language, later: true, content => content with { Unreached = content.HospitalName }),
        "unnamed" => Mail(MailKind.Invitation, 1, language, named: false),
        "reminder" => Mail(MailKind.Reminder, 2, language, later: true, content => content with { Confirmed = true }),
        "poll" => Mail(MailKind.Poll, 1, language, with: content => content with { Candidates = Candidates }),
        "poll_again" => Mail(MailKind.Poll, 2, language, later: true, content => content with { Candidates = Candidates, CandidatesChanged = true }),
        "poll_chaser" => Mail(MailKind.PollChaser, 1, language, later: true, content => content with { Candidates = Candidates }),
        "poll_end" => Mail(MailKind.PollEnd, 2, language, later: true, content => content with { Candidates = Candidates, PollEnding = PollEnding.NotInvited }),
        "poll_given_up" => Mail(MailKind.PollEnd, 2, language, later: true, content => content with { Candidates = Candidates, PollEnding = PollEnding.GivenUp }),
        "decided" => Mail(MailKind.Invitation, 2, language, later: true, content => content with { FromPoll = true, Answered = Answer.Accepted }),
        "decided_maybe" => Mail(MailKind.Invitation, 2, language, later: true, content => content with { FromPoll = true, Answered = Answer.Tentative }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static Mail Mail(MailKind kind, int revision, string language = "ja", bool later = false, Func<MailContent, MailContent>? with = null, bool named = true)
    {
        var content = new MailContent
        {
            Brief = new ConferenceBrief
            {
                Number = "2026-0012",
                Kind = ConferenceKind.JointCancerBoard,
                HostHospitalId = "H1301",
                Start = Start,
                End = Start.AddHours(1),
                CaseCount = 3,
                ReplyBy = Start.AddDays(-7),
            },
            HostName = language == "en" ? "Cancer Institute Hospital" : "がん研究会有明病院",
            HospitalName = language == "en" ? "Musashino Hospital" : "武蔵野赤十字病院",
            Agent = "c-00112233445566778899aabb",
            Confirmed = false,
            FirstMailId = later ? First : null,
        };
        return new Mail
        {
            MailId = First,
            ConferenceId = ConferenceId,
            HospitalId = "H1302",
            ContactId = ContactId,
            Address = "h1302@hospitals.example",
            ContactName = !named ? $"{content.HospitalName} {(language == "en" ? "desk" : "施設窓口")}" : language == "en" ? "Conference desk" : "医療連携室",
            Language = language,
            Kind = kind,
            Revision = revision,
            Start = Start,
            End = Start.AddHours(1),
            Content = with?.Invoke(content) ?? content,
            QueuedAt = new DateTimeOffset(2026, 11, 24, 0, 15, 0, TimeSpan.Zero),
        };
    }
}

using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Invitations.Answers;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_poll_is_sent
{
    [Fact]
    public async Task Should_ask_each_contact_once_and_end_with_the_time_that_was_decided_on()
    {
        await using var host = await AskedAsync();
        await host.TakeAsync(Poll(host));
        (await host.MailsAsync()).Select(mail => (mail.HospitalId, mail.Kind)).ShouldBe([("H1302", MailKind.Poll), ("H1303", MailKind.Poll)], ignoreOrder: true);
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await VoteAsync(host, anonymous, 2, Answer.Accepted, Answer.Declined);
        var voted = await VoteAsync(host, anonymous, 2, Answer.Declined, Answer.Accepted);
        voted.Marks.Select(mark => mark.Answer).ShouldBe([Answer.Declined, Answer.Accepted]);

        await host.TakeAsync(Decided(host, "H1301", "H1302"));
        await host.UntilSentAsync();

        var answer = await host.InAsync(store => store.StandingAnswers.SingleAsync());
        (answer.HospitalId, answer.Revision, answer.Answer).ShouldBe(("H1302", 2, Answer.Accepted));
        var mails = (await host.MailsAsync()).Where(mail => mail.Revision == 2).ToList();
        mails.Select(mail => (mail.HospitalId, mail.Kind, mail.Content.Answered)).ShouldBe(
            [("H1301", MailKind.Invitation, null), ("H1302", MailKind.Invitation, Answer.Accepted), ("H1303", MailKind.PollEnd, null)], ignoreOrder: true);
        (await anonymous.GetFromJsonAsync<PollForm>(Path(host, 2, "poll")))!.Decided.ShouldBeTrue();
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host, 2, "votes"), Vote(host, Answer.Accepted, Answer.Accepted)), HttpStatusCode.Gone, "poll_closed");
    }

    [Fact]
    public async Task Should_not_take_a_mark_for_knowing_which_time_was_decided_on()
    {
        await using var host = await AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await VoteAsync(host, anonymous, 2, Answer.Declined, Answer.Accepted);
        await host.TakeAsync(Decided(host, "H1301", "H1302"));
        await host.UntilSentAsync();
        await host.InAsync(store => store.Mails.Where(mail => mail.Revision == 2 && mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Bounced)));

        await When_a_new_time_cannot_be_told.AgeAsync(host, hours: 5);

        (await When_a_new_time_cannot_be_told.EscalatedAsync(host)).ShouldBe(["h1301@a.example"]);
    }

    [Fact]
    public async Task Should_tell_those_who_were_asked_when_it_is_off_and_come_in_any_order()
    {
        await using var host = await AskedAsync();
        await host.UntilSentAsync();

        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.TakeAsync(Poll(host));
        await host.TakeAsync(Poll(host) with { Revision = 0 });
        await host.UntilSentAsync();

        (await host.MailsAsync()).CountBy(mail => mail.Kind).ShouldBe([KeyValuePair.Create(MailKind.Poll, 2), KeyValuePair.Create(MailKind.PollEnd, 2)], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_count_what_is_voted_now_though_a_clock_was_ahead_before()
    {
        await using var host = await AskedAsync();
        using var anonymous = host.ClientOf();
        await VoteAsync(host, anonymous, 2, Answer.Accepted, Answer.Declined);
        await host.InAsync(store => store.StandingVotes.ExecuteUpdateAsync(standing => standing.SetProperty(row => row.VotedAt, TimeProvider.System.GetUtcNow().AddHours(1))));

        var voted = await VoteAsync(host, anonymous, 2, Answer.Declined, Answer.Accepted);

        voted.Marks.Select(mark => mark.Answer).ShouldBe([Answer.Declined, Answer.Accepted]);
    }

    [Fact]
    public async Task Should_chase_only_who_has_not_voted()
    {
        await using var host = await AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await VoteAsync(host, anonymous, 2, Answer.Accepted, Answer.Accepted);

        var chaser = new SendReminders { ConferenceId = host.ConferenceId, Revision = 1, Purpose = ReminderPurpose.PollChaser, Lead = TimeSpan.FromDays(2) };
        await host.TakeAsync(chaser);
        await host.TakeAsync(chaser);

        (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.PollChaser).Select(mail => mail.HospitalId).ShouldBe(["H1303"]);
    }

    [Fact]
    public async Task Should_ask_a_contact_that_is_added_and_keep_marks_when_the_candidates_change()
    {
        await using var host = await AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await VoteAsync(host, anonymous, 2, Answer.Accepted, Answer.Tentative);
        await host.ContactsAsync("H1303", 2, (3, "h1303@a.example"), (4, "h1303-2@a.example"));
        (await host.MailsAsync()).Count(mail => mail.Kind == MailKind.Poll).ShouldBe(3);

        var poll = Poll(host);
        await host.TakeAsync(poll with { Revision = 2, Brief = poll.Brief with { Candidates = [poll.Brief.Candidates[1], Candidate(host, 9)] } });

        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host, 2, "votes"), Vote(host, Answer.Accepted, Answer.Accepted)), HttpStatusCode.Conflict, "candidates_changed");
        var form = await anonymous.GetFromJsonAsync<PollForm>(Path(host, 2, "poll"));
        form!.Marks.ShouldBe([new CandidateMark { Start = host.Start.AddDays(1), Answer = Answer.Tentative }]);
        (await host.MailsAsync()).Where(mail => mail is { Kind: MailKind.Poll, Revision: 2 }).ShouldAllBe(mail => mail.Content.CandidatesChanged);
    }

    [Fact]
    public async Task Should_ask_no_more_about_a_candidate_that_was_dropped()
    {
        await using var host = await AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        var drop = new DropCandidate { ConferenceId = host.ConferenceId, Revision = 1, Start = host.Start };
        await host.TakeAsync(drop with { Revision = 0 });
        (await anonymous.GetFromJsonAsync<PollForm>(Path(host, 2, "poll")))!.Candidates.Count.ShouldBe(2);

        await host.TakeAsync(drop);
        await host.TakeAsync(drop);

        (await anonymous.GetFromJsonAsync<PollForm>(Path(host, 2, "poll")))!.Candidates.ShouldHaveSingleItem().Start.ShouldBe(host.Start.AddDays(1));
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host, 2, "votes"), Vote(host, Answer.Accepted, Answer.Accepted)), HttpStatusCode.BadRequest, "unknown_candidate");
        (await host.MailsAsync()).ShouldAllBe(mail => mail.Kind == MailKind.Poll);
    }

    [Fact]
    public async Task Should_drop_a_candidate_also_when_that_comes_before_the_poll()
    {
        await using var host = await InvitationsHost.StartAsync("--Bus:RetryFailedAfter=00:00:01");
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InAsync(async store =>
        {
            await store.PublishAsync(new DropCandidate { ConferenceId = host.ConferenceId, Revision = 1, Start = host.Start });
            return await store.SaveChangesAsync();
        });
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Outbox.AnyAsync(message => message.Failure != null)));
        await host.TakeAsync(Poll(host));

        using var anonymous = host.ClientOf();
        (await anonymous.GetFromJsonAsync<PollForm>(Path(host, 2, "poll")))!.Candidates.ShouldHaveSingleItem().Start.ShouldBe(host.Start.AddDays(1));
    }

    [Fact]
    public async Task Should_refuse_votes_that_are_not_whole_and_coordinators_out_of_scope()
    {
        await using var host = await AskedAsync();
        using var anonymous = host.ClientOf();
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host, 2, "votes"), new GiveVote { Revision = 1, Marks = [] }), HttpStatusCode.BadRequest, "mark_missing");
        var stranger = new CandidateMark { Start = host.Start.AddDays(5), Answer = Answer.Accepted };
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host, 2, "votes"), new GiveVote { Revision = 1, Marks = [stranger] }), HttpStatusCode.BadRequest, "unknown_candidate");
        await ShouldBeAsync(await anonymous.GetAsync(new Uri("/api/answers/abc/poll", UriKind.Relative)), HttpStatusCode.NotFound, "link_invalid");

        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1302")).ShouldBe(HttpStatusCode.NoContent);
        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1303")).ShouldBe(HttpStatusCode.Forbidden);
        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H0101", "H0101")).ShouldBe(HttpStatusCode.NotFound);
        (await OnBehalfAsync(host, Role.NationalCoordinator, "nation", "H0101")).ShouldBe(HttpStatusCode.BadRequest);
        (await OnBehalfAsync(host, Role.CouncilMember, "nation", "H1302")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_ask_again_who_comes_back_and_leave_a_question_that_waits_where_it_is()
    {
        await using var host = await AskedAsync("--Mail:Smtp=smtp://127.0.0.1:1");
        await host.UntilSentAsync();
        await host.ContactsAsync("H1302", 2, (2, "desk@hospital.jp"));
        await host.ContactsAsync("H1302", 3, (2, "desk@hospital.jp"), (5, "second@a.example"));
        (await host.MailsAsync()).Where(mail => mail.Address == "desk@hospital.jp").Select(mail => (mail.Kind, mail.State)).ShouldBe([(MailKind.Poll, MailState.Queued)]);

        await host.ContactsAsync("H1302", 4, (2, "h1302@a.example"));
        (await host.MailsAsync()).Where(mail => mail.Address == "h1302@a.example").Select(mail => mail.Kind).ShouldBe([MailKind.Poll, MailKind.PollEnd, MailKind.Poll]);
    }

    [Fact]
    public async Task Should_leave_a_reply_in_words_to_a_person_who_enters_the_votes()
    {
        await using var host = await AskedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var note = await ReplyMail.TakeAsync(host, reply.Plain("参加します"));
        (note.Outcome, note.Reason, note.HospitalId, note.Excerpt).ShouldBe((ReceivedOutcome.Review, "poll_reply", "H1302", "参加します"));
        // As no time was told, none is known that another could be as long as.
        (await ReplyMail.TakeAsync(host, (reply with { Method = "COUNTER", Start = host.Start }).Calendar())).Reason.ShouldBe("poll_reply");

        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var waiting = (await coordinator.GetFromJsonAsync<Contracts.Page<ReceivedMailView>>("/api/received-mails?outcome=review"))!.Items;
        waiting.Select(mail => mail.Number).ShouldBe(["2026-0001", "2026-0001"]);
        await ShouldBeAsync(await coordinator.PostAsJsonAsync($"/api/received-mails/{note.ReceivedMailId}/decide", new DecideReceivedMail { Counts = true }), HttpStatusCode.Conflict, "poll_reply");
    }

    [Fact]
    public async Task Should_leave_a_reply_in_words_to_a_person_also_where_a_time_was_told_before()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InviteAsync(0, "H1301", "H1302");
        await host.TakeAsync(Poll(host));

        (await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Plain("参加します"))).Reason.ShouldBe("poll_reply");
    }

    private static async Task<InvitationsHost> AskedAsync(params string[] settings)
    {
        var host = await InvitationsHost.StartAsync(settings);
        for (var number = 1; number <= 3; number++)
            await host.ContactsAsync($"H130{number}", 1, (number, $"h130{number}@a.example"));
        await host.TakeAsync(Poll(host));
        return host;
    }

    private static SendPoll Poll(InvitationsHost host) => new()
    {
        ConferenceId = host.ConferenceId,
        Revision = 1,
        Brief = new PollBrief
        {
            Number = "2026-0001",
            Kind = ConferenceKind.JointCancerBoard,
            HostHospitalId = "H1301",
            CaseCount = 2,
            Deadline = host.Start.AddDays(-10),
            Candidates = [Candidate(host, 0), Candidate(host, 1)],
        },
        Hospitals = [.. new[] { "H1302", "H1303" }.Select(id => new InvitedHospital { HospitalId = id, Required = true, Role = ParticipantRole.Presenter })],
    };

    private static PollCandidate Candidate(InvitationsHost host, int day) => new() { Start = host.Start.AddDays(day), End = host.Start.AddDays(day).AddHours(1) };

    private static SendInvitations Decided(InvitationsHost host, params string[] hospitals) => new()
    {
        ConferenceId = host.ConferenceId,
        Revision = 2,
        PollRevision = 1,
        Brief = new ConferenceBrief
        {
            Number = "2026-0001",
            Kind = ConferenceKind.JointCancerBoard,
            HostHospitalId = "H1301",
            Start = host.Start.AddDays(1),
            End = host.Start.AddDays(1).AddHours(1),
            CaseCount = 2,
            ReplyBy = host.Start.AddDays(-5),
        },
        Hospitals = [.. hospitals.Select(id => new InvitedHospital { HospitalId = id, Required = true, Role = ParticipantRole.Presenter })],
    };

    private static GiveVote Vote(InvitationsHost host, Answer first, Answer second) => new()
    {
        Revision = 1,
        Marks = [new CandidateMark { Start = host.Start, Answer = first }, new CandidateMark { Start = host.Start.AddDays(1), Answer = second }],
    };

    private static async Task<PollForm> VoteAsync(InvitationsHost host, HttpClient anonymous, int contact, Answer first, Answer second)
    {
        using var given = await anonymous.PostAsJsonAsync(Path(host, contact, "votes"), Vote(host, first, second));
        given.StatusCode.ShouldBe(HttpStatusCode.OK, await given.Content.ReadAsStringAsync());
        return (await given.Content.ReadFromJsonAsync<PollForm>())!;
    }

    private static async Task<HttpStatusCode> OnBehalfAsync(InvitationsHost host, Role role, string scope, string hospitalId)
    {
        using var client = host.ClientOf(role, scope);
        using var given = await client.PostAsJsonAsync($"/api/conferences/{host.ConferenceId}/poll/votes", new VoteOnBehalf { HospitalId = hospitalId, Marks = Vote(host, Answer.Accepted, Answer.Accepted).Marks });
        return given.StatusCode;
    }

    private static string Path(InvitationsHost host, int contact, string what) =>
        $"/api/answers/{host.Services.GetRequiredService<AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(contact), host.Start.AddDays(1).AddHours(1))}/{what}";

    private static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
        answer.Dispose();
    }
}

using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>What the contacts are told of a poll, from the question to its end.</summary>
public sealed class When_a_poll_is_sent
{
    [Fact]
    public async Task Should_ask_each_contact_once_and_end_with_the_time_that_was_decided_on()
    {
        await using var host = await PollHost.AskedAsync();
        await host.TakeAsync(host.Poll());
        (await host.MailsAsync()).Select(mail => (mail.HospitalId, mail.Kind)).ShouldBe([("H1302", MailKind.Poll), ("H1303", MailKind.Poll)], ignoreOrder: true);
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await host.VoteAsync(anonymous, 2, Answer.Accepted, Answer.Declined);
        var voted = await host.VoteAsync(anonymous, 2, Answer.Declined, Answer.Accepted);
        voted.Marks.Select(mark => mark.Answer).ShouldBe([Answer.Declined, Answer.Accepted]);

        await host.TakeAsync(Decided(host, "H1301", "H1302"));
        await host.UntilSentAsync();

        var answer = await host.InAsync(store => store.StandingAnswers.SingleAsync());
        (answer.HospitalId, answer.Revision, answer.Answer).ShouldBe(("H1302", 2, Answer.Accepted));
        var mails = (await host.MailsAsync()).Where(mail => mail.Revision == 2).ToList();
        mails.Select(mail => (mail.HospitalId, mail.Kind, mail.Content.Answered)).ShouldBe(
            [("H1301", MailKind.Invitation, null), ("H1302", MailKind.Invitation, Answer.Accepted), ("H1303", MailKind.PollEnd, null)], ignoreOrder: true);
        (await anonymous.GetFromJsonAsync<PollForm>(host.PathOf(2, "poll")))!.Decided.ShouldBeTrue();
        await PollHost.ShouldBeAsync(await anonymous.PostAsJsonAsync(host.PathOf(2, "votes"), host.Vote(Answer.Accepted, Answer.Accepted)), HttpStatusCode.Gone, "poll_closed");
    }

    [Fact]
    public async Task Should_not_take_a_mark_for_knowing_which_time_was_decided_on()
    {
        await using var host = await PollHost.AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await host.VoteAsync(anonymous, 2, Answer.Declined, Answer.Accepted);
        await host.TakeAsync(Decided(host, "H1301", "H1302"));
        await host.UntilSentAsync();
        await host.InAsync(store => store.Mails.Where(mail => mail.Revision == 2 && mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Bounced)));

        await When_a_new_time_cannot_be_told.AgeAsync(host, hours: 5);

        (await When_a_new_time_cannot_be_told.EscalatedAsync(host)).ShouldBe(["h1301@a.example"]);
    }

    [Fact]
    public async Task Should_tell_those_who_were_asked_when_it_is_off_and_come_in_any_order()
    {
        await using var host = await PollHost.AskedAsync();
        await host.UntilSentAsync();

        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.TakeAsync(host.Poll());
        await host.TakeAsync(host.Poll() with { Revision = 0 });
        await host.UntilSentAsync();

        (await host.MailsAsync()).CountBy(mail => mail.Kind).ShouldBe([KeyValuePair.Create(MailKind.Poll, 2), KeyValuePair.Create(MailKind.PollEnd, 2)], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_chase_only_who_has_not_voted()
    {
        await using var host = await PollHost.AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await host.VoteAsync(anonymous, 2, Answer.Accepted, Answer.Accepted);

        var chaser = new SendReminders { ConferenceId = host.ConferenceId, Revision = 1, Purpose = ReminderPurpose.PollChaser, Lead = TimeSpan.FromDays(2) };
        await host.TakeAsync(chaser);
        await host.TakeAsync(chaser);

        (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.PollChaser).Select(mail => mail.HospitalId).ShouldBe(["H1303"]);
    }

    [Fact]
    public async Task Should_ask_again_who_comes_back_and_leave_a_question_that_waits_where_it_is()
    {
        await using var host = await PollHost.AskedAsync("--Mail:Smtp=smtp://127.0.0.1:1");
        await host.UntilSentAsync();
        await host.ContactsAsync("H1302", 2, (2, "desk@hospital.jp"));
        await host.ContactsAsync("H1302", 3, (2, "desk@hospital.jp"), (5, "second@a.example"));
        (await host.MailsAsync()).Where(mail => mail.Address == "desk@hospital.jp").Select(mail => (mail.Kind, mail.State)).ShouldBe([(MailKind.Poll, MailState.Queued)]);

        await host.ContactsAsync("H1302", 4, (2, "h1302@a.example"));
        (await host.MailsAsync()).Where(mail => mail.Address == "h1302@a.example").Select(mail => mail.Kind).ShouldBe([MailKind.Poll, MailKind.PollEnd, MailKind.Poll]);
    }

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
}

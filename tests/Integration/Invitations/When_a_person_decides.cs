using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_person_decides
{
    [Fact]
    public async Task Should_count_a_strangers_answer_and_believe_the_next_one_by_itself()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var alias = await ReplyMail.OfAsync(host, 2) with { From = "tanaka@a.example", Attendee = "tanaka@a.example" };
        await ReplyMail.TakeAsync(host, alias.Calendar());
        using var coordinator = host.ClientOf(Role.HospitalCoordinator, "hospital:H1302");
        var waiting = (await ListAsync(coordinator)).ShouldHaveSingleItem();
        (waiting.Sender, waiting.HospitalId, waiting.Answer, waiting.Why.Code).ShouldBe(("tanaka@a.example", "H1302", Answer.Accepted, "stranger"));

        (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true })).ShouldBe(HttpStatusCode.OK);
        (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true })).ShouldBe(HttpStatusCode.Conflict);
        (await ReplyMail.TakeAsync(host, (alias with { PartStat = "DECLINED" }).Calendar())).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
    }

    [Fact]
    public async Task Should_count_what_a_stranger_answered_with_the_time_that_it_proposed()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var alias = await ReplyMail.OfAsync(host, 2) with { From = "tanaka@a.example", Attendee = "tanaka@a.example", Method = "COUNTER", PartStat = "DECLINED" };
        await ReplyMail.TakeAsync(host, (alias with { Start = host.Start.AddDays(2) }).Calendar());
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        (await DecideAsync(coordinator, (await ListAsync(coordinator)).ShouldHaveSingleItem(), new DecideReceivedMail { Counts = true })).ShouldBe(HttpStatusCode.OK);

        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.Proposals.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Should_dismiss_a_stranger_for_good()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var stranger = await ReplyMail.OfAsync(host, 2) with { From = "x@b.example", Attendee = "x@b.example" };
        await ReplyMail.TakeAsync(host, stranger.Calendar());
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        await DecideAsync(coordinator, (await ListAsync(coordinator))[0], new DecideReceivedMail { Counts = false });
        (await ReplyMail.TakeAsync(host, (stranger with { PartStat = "DECLINED" }).Calendar())).Reason.ShouldBe("sender_dismissed");
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_ask_for_the_answer_where_none_could_be_read_and_keep_to_its_scope()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Plain("検討のうえ連絡します。部長が行きます。"));
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var waiting = (await ListAsync(coordinator)).ShouldHaveSingleItem();
        using var other = host.ClientOf(Role.HospitalCoordinator, "hospital:H1301");
        (await ListAsync(other)).ShouldBeEmpty();
        (await DecideAsync(other, waiting, new DecideReceivedMail { Counts = true, Answer = Answer.Accepted })).ShouldBe(HttpStatusCode.NotFound);
        (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true })).ShouldBe(HttpStatusCode.BadRequest);
        (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true, Answer = Answer.Accepted })).ShouldBe(HttpStatusCode.OK);
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Accepted);
        (await host.InAsync(store => store.ReceivedMails.SingleAsync())).Excerpt.ShouldBeNull();
    }

    [Fact]
    public async Task Should_know_the_hospital_of_whom_it_was_told_and_forget_it_when_asked()
    {
        await using var host = await InvitationsHost.InvitedAsync("--Mail:TrustedServer=mx.conference.example");
        var own = await ReplyMail.OfAsync(host, 2);
        var proven = own with
        {
            To = $"{own.To.Split('+')[0]}@conference.example", From = "tanaka@b.example", Attendee = "tanaka@b.example",
            Headers = "Authentication-Results: mx.conference.example; dkim=pass header.d=b.example",
        };
        await ReplyMail.TakeAsync(host, proven.Calendar());
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var waiting = (await ListAsync(coordinator)).ShouldHaveSingleItem();
        waiting.HospitalId.ShouldBeNull();
        foreach (var hospital in new[] { null, "", "H9999" })
            (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true, HospitalId = hospital })).ShouldBe(HttpStatusCode.BadRequest);
        (await DecideAsync(coordinator, waiting, new DecideReceivedMail { Counts = true, HospitalId = "H1302" })).ShouldBe(HttpStatusCode.OK);
        var next = await ReplyMail.TakeAsync(host, (proven with { PartStat = "DECLINED" }).Calendar());
        (next.Reason, next.HospitalId).ShouldBe(("answered", "H1302"));

        using var other = host.ClientOf(Role.HospitalCoordinator, "hospital:H1301");
        (await SendersAsync(other)).ShouldBeEmpty();
        var path = new Uri("/api/known-senders?address=tanaka@b.example&hospital=H1302", UriKind.Relative);
        (await other.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.DeleteAsync(new Uri($"{path}&conference=abc", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendersAsync(coordinator)).Select(sender => (sender.Address, sender.HospitalId, sender.Believed, sender.ConferenceId)).ShouldBe([("tanaka@b.example", "H1302", true, null)]);
        (await coordinator.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ReplyMail.TakeAsync(host, (proven with { PartStat = "TENTATIVE" }).Calendar())).Reason.ShouldBe("stranger");
    }

    private static async Task<IReadOnlyList<KnownSenderView>> SendersAsync(HttpClient client) => (await client.GetFromJsonAsync<Page<KnownSenderView>>("/api/known-senders"))!.Items;

    private static async Task<IReadOnlyList<ReceivedMailView>> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<Page<ReceivedMailView>>("/api/received-mails?outcome=review"))!.Items;

    private static async Task<HttpStatusCode> DecideAsync(HttpClient client, ReceivedMailView mail, DecideReceivedMail decision)
    {
        using var answer = await client.PostAsJsonAsync($"/api/received-mails/{mail.ReceivedMailId}/decide", decision);
        return answer.StatusCode;
    }
}

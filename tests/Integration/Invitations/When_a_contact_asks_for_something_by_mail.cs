using System.Net;
using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Another time, a deputy, or the invitation once more.</summary>
public sealed class When_a_contact_asks_for_something_by_mail
{
    [Fact]
    public async Task Should_ask_booking_about_another_time_and_say_when_it_is_not_taken()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var counter = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER", PartStat = "TENTATIVE", Start = host.Start.AddDays(2) };
        (await ReplyMail.TakeAsync(host, counter.Calendar())).Reason.ShouldBe("proposed");
        var proposal = await host.InAsync(store => store.Proposals.SingleAsync());
        (proposal.Start, proposal.End, proposal.State).ShouldBe((host.Start.AddDays(2), host.Start.AddDays(2).AddHours(1), ProposalState.Open));

        await host.TakeAsync(new Contracts.Booking.SlotChecked { CheckId = proposal.ProposalId, ConferenceId = host.ConferenceId, Possible = true });
        (await host.InAsync(store => store.Proposals.SingleAsync())).Possible.ShouldBe(true);
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        (await coordinator.PostAsync(new Uri($"/api/conferences/{host.ConferenceId}/proposals/{proposal.ProposalId}/decline", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await host.UntilSentAsync();
        (await host.MailsAsync()).Single(mail => mail.Kind == MailKind.ProposalDeclined).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task Should_take_the_answer_that_comes_with_another_time()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var counter = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER" };
        (await ReplyMail.TakeAsync(host, (counter with { PartStat = "DECLINED", Start = host.Start.AddDays(2) }).Calendar())).Reason.ShouldBe("proposed");
        (await StandingAsync()).ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.Proposals.CountAsync())).ShouldBe(1);

        (await ReplyMail.TakeAsync(host, (counter with { PartStat = "ACCEPTED", Start = host.Start }).Calendar())).Reason.ShouldBe("answered");
        (await StandingAsync()).ShouldBe(Answer.Accepted);
        (await ReplyMail.TakeAsync(host, (counter with { PartStat = "NEEDS-ACTION", Start = host.Start }).Calendar())).Reason.ShouldBe("same_time");

        var odd = await ReplyMail.TakeAsync(host, (counter with { PartStat = "TENTATIVE", Start = host.Start.AddMinutes(7) }).Calendar());
        (odd.Outcome, odd.Reason).ShouldBe((ReceivedOutcome.Review, "proposal_impossible"));
        (await StandingAsync()).ShouldBe(Answer.Tentative);

        Task<Answer> StandingAsync() => host.InAsync(store => store.StandingAnswers.Select(standing => standing.Answer).SingleAsync());
    }

    [Fact]
    public async Task Should_settle_a_proposal_by_the_time_that_is_announced_next()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER", Start = host.Start.AddDays(2) };
        await ReplyMail.TakeAsync(host, reply.Calendar());
        await host.InviteAtAsync(2, host.Start.AddDays(2), "H1301", "H1302");
        (await host.InAsync(store => store.Proposals.SingleAsync())).State.ShouldBe(ProposalState.Accepted);
    }

    [Fact]
    public async Task Should_let_a_delegate_answer_in_the_contacts_place()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        (await ReplyMail.TakeAsync(host, (reply with { PartStat = "DELEGATED;DELEGATED-TO=\"mailto:deputy@a.example\"" }).Calendar())).Reason.ShouldBe("delegated");
        (await host.LedgerAsync(Role.NationalCoordinator)).Single(view => view.HospitalId == "H1302").DelegatedTo.ShouldBe("deputy@a.example");
        (await host.LedgerAsync(Role.CouncilMember)).Select(view => view.DelegatedTo).ShouldBe([null, ""]);
        (await ReplyMail.TakeAsync(host, (reply with { From = "deputy@a.example", Attendee = "deputy@a.example" }).Calendar())).Reason.ShouldBe("answered");
    }

    [Fact]
    public async Task Should_send_the_invitation_again_when_it_is_asked_for()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("UPDATE mails SET queued_at = queued_at - 3600000"));
        var reply = await ReplyMail.OfAsync(host, 2) with { Method = "REFRESH", PartStat = "NEEDS-ACTION" };
        (await ReplyMail.TakeAsync(host, reply.Calendar())).Reason.ShouldBe("sent_again");
        (await ReplyMail.TakeAsync(host, (reply with { Sequence = null }).Calendar())).Reason.ShouldBe("sent_again_lately");
        await host.UntilSentAsync();
        (await host.MailsAsync()).Count(mail => mail is { HospitalId: "H1302", Revision: 1, State: MailState.Sent }).ShouldBe(2);
    }
}

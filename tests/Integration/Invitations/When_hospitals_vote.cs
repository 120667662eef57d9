using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>By the link, by a coordinator on their behalf, and in words that only a person can enter.</summary>
public sealed class When_hospitals_vote
{
    [Fact]
    public async Task Should_count_what_is_voted_now_though_a_clock_was_ahead_before()
    {
        await using var host = await PollHost.AskedAsync();
        using var anonymous = host.ClientOf();
        await host.VoteAsync(anonymous, 2, Answer.Accepted, Answer.Declined);
        await host.InAsync(store => store.StandingVotes.ExecuteUpdateAsync(standing => standing.SetProperty(row => row.VotedAt, TimeProvider.System.GetUtcNow().AddHours(1))));

        var voted = await host.VoteAsync(anonymous, 2, Answer.Declined, Answer.Accepted);

        voted.Marks.Select(mark => mark.Answer).ShouldBe([Answer.Declined, Answer.Accepted]);
    }

    [Fact]
    public async Task Should_refuse_votes_that_are_not_whole_and_coordinators_out_of_scope()
    {
        await using var host = await PollHost.AskedAsync();
        using var anonymous = host.ClientOf();
        await PollHost.ShouldBeAsync(await anonymous.PostAsJsonAsync(host.PathOf(2, "votes"), new GiveVote { Revision = 1, Marks = [] }), HttpStatusCode.BadRequest, "mark_missing");
        var stranger = new CandidateMark { Start = host.Start.AddDays(5), Answer = Answer.Accepted };
        await PollHost.ShouldBeAsync(await anonymous.PostAsJsonAsync(host.PathOf(2, "votes"), new GiveVote { Revision = 1, Marks = [stranger] }), HttpStatusCode.BadRequest, "unknown_candidate");
        await PollHost.ShouldBeAsync(await anonymous.GetAsync(new Uri("/api/answers/abc/poll", UriKind.Relative)), HttpStatusCode.NotFound, "link_invalid");

        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1302")).ShouldBe(HttpStatusCode.NoContent);
        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1303")).ShouldBe(HttpStatusCode.Forbidden);
        (await OnBehalfAsync(host, Role.HospitalCoordinator, "hospital:H0101", "H0101")).ShouldBe(HttpStatusCode.NotFound);
        (await OnBehalfAsync(host, Role.NationalCoordinator, "nation", "H0101")).ShouldBe(HttpStatusCode.BadRequest);
        (await OnBehalfAsync(host, Role.CouncilMember, "nation", "H1302")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_leave_a_reply_in_words_to_a_person_who_enters_the_votes()
    {
        await using var host = await PollHost.AskedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var note = await ReplyMail.TakeAsync(host, reply.Plain("参加します"));
        (note.Outcome, note.Reason, note.HospitalId, note.Excerpt).ShouldBe((ReceivedOutcome.Review, "poll_reply", "H1302", "参加します"));
        // As no time was told, none is known that another could be as long as.
        (await ReplyMail.TakeAsync(host, (reply with { Method = "COUNTER", Start = host.Start }).Calendar())).Reason.ShouldBe("poll_reply");

        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var waiting = (await coordinator.GetFromJsonAsync<Contracts.Page<ReceivedMailView>>("/api/received-mails?outcome=review"))!.Items;
        waiting.Select(mail => mail.Number).ShouldBe(["2026-0001", "2026-0001"]);
        await PollHost.ShouldBeAsync(await coordinator.PostAsJsonAsync($"/api/received-mails/{note.ReceivedMailId}/decide", new DecideReceivedMail { Counts = true }), HttpStatusCode.Conflict, "poll_reply");
    }

    [Fact]
    public async Task Should_leave_a_reply_in_words_to_a_person_also_where_a_time_was_told_before()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InviteAsync(0, "H1301", "H1302");
        await host.TakeAsync(host.Poll());

        (await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Plain("参加します"))).Reason.ShouldBe("poll_reply");
    }

    private static async Task<HttpStatusCode> OnBehalfAsync(InvitationsHost host, Role role, string scope, string hospitalId)
    {
        using var client = host.ClientOf(role, scope);
        using var given = await client.PostAsJsonAsync($"/api/conferences/{host.ConferenceId}/poll/votes", new VoteOnBehalf { HospitalId = hospitalId, Marks = host.Vote(Answer.Accepted, Answer.Accepted).Marks });
        return given.StatusCode;
    }
}

using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>The center puts other times to those whom it has asked, or takes one away.</summary>
public sealed class When_the_candidates_of_a_poll_change
{
    [Fact]
    public async Task Should_ask_a_contact_that_is_added_and_keep_marks_when_the_candidates_change()
    {
        await using var host = await PollHost.AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        await host.VoteAsync(anonymous, 2, Answer.Accepted, Answer.Tentative);
        await host.ContactsAsync("H1303", 2, (3, "h1303@a.example"), (4, "h1303-2@a.example"));
        (await host.MailsAsync()).Count(mail => mail.Kind == MailKind.Poll).ShouldBe(3);

        var poll = host.Poll();
        await host.TakeAsync(poll with { Revision = 2, Brief = poll.Brief with { Candidates = [poll.Brief.Candidates[1], host.Candidate(9)] } });

        await PollHost.ShouldBeAsync(await anonymous.PostAsJsonAsync(host.PathOf(2, "votes"), host.Vote(Answer.Accepted, Answer.Accepted)), HttpStatusCode.Conflict, "candidates_changed");
        var form = await anonymous.GetFromJsonAsync<PollForm>(host.PathOf(2, "poll"));
        form!.Marks.ShouldBe([new CandidateMark { Start = host.Start.AddDays(1), Answer = Answer.Tentative }]);
        (await host.MailsAsync()).Where(mail => mail is { Kind: MailKind.Poll, Revision: 2 }).ShouldAllBe(mail => mail.Content.CandidatesChanged);
    }

    [Fact]
    public async Task Should_ask_no_more_about_a_candidate_that_was_dropped()
    {
        await using var host = await PollHost.AskedAsync();
        await host.UntilSentAsync();
        using var anonymous = host.ClientOf();
        var drop = new DropCandidate { ConferenceId = host.ConferenceId, Revision = 1, Start = host.Start };
        await host.TakeAsync(drop with { Revision = 0 });
        (await anonymous.GetFromJsonAsync<PollForm>(host.PathOf(2, "poll")))!.Candidates.Count.ShouldBe(2);

        await host.TakeAsync(drop);
        await host.TakeAsync(drop);

        (await anonymous.GetFromJsonAsync<PollForm>(host.PathOf(2, "poll")))!.Candidates.ShouldHaveSingleItem().Start.ShouldBe(host.Start.AddDays(1));
        await PollHost.ShouldBeAsync(await anonymous.PostAsJsonAsync(host.PathOf(2, "votes"), host.Vote(Answer.Accepted, Answer.Accepted)), HttpStatusCode.BadRequest, "unknown_candidate");
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
        await host.TakeAsync(host.Poll());

        using var anonymous = host.ClientOf();
        (await anonymous.GetFromJsonAsync<PollForm>(host.PathOf(2, "poll")))!.Candidates.ShouldHaveSingleItem().Start.ShouldBe(host.Start.AddDays(1));
    }
}

using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_confirmed_conference_is_in_doubt
{
    [Fact]
    public async Task Should_stay_booked_and_ask_the_coordinator_when_too_few_are_left()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);

        await host.AnswerAsync(id, "H1303", Answer.Declined);
        await host.UntilTimelineAsync(id, "too_few_now");
        var view = await host.ViewAsync(id);

        (view.State, view.Doubts.ShouldHaveSingleItem().Code).ShouldBe(("Confirmed", "below_quorum"));
        view.Doubts[0].Ja.ShouldContain("2 施設");
        var item = (await AttentionAsync(host)).ShouldHaveSingleItem();
        (item.Conference.ConferenceId, item.Cause, item.Why.Code).ShouldBe((id, AttentionCause.BelowQuorum, "below_quorum"));
    }

    [Fact]
    public async Task Should_be_held_all_the_same_when_the_coordinator_says_so()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        await host.AnswerAsync(id, "H1303", Answer.Declined);
        await host.UntilTimelineAsync(id, "too_few_now");

        await host.ActAsync(id, "confirm", new { revision = 1 });
        await host.UntilTimelineAsync(id, "held_all_the_same");
        await host.ActAsync(id, "confirm", new { revision = 1 });
        await host.SettleAsync();

        ((await host.ViewAsync(id)).Doubts.Count, (await AttentionAsync(host)).Count).ShouldBe((0, 0));
        (await host.TimelineAsync(id)).Count(step => step.Why.Code == "held_all_the_same").ShouldBe(1);
    }

    [Fact]
    public async Task Should_stay_in_doubt_and_say_so_when_another_time_was_confirmed()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        await host.AnswerAsync(id, "H1303", Answer.Declined);
        await host.UntilTimelineAsync(id, "too_few_now");

        await host.PublishAsync(new ConfirmKeptSlot { ConferenceId = id, By = "花子", Revision = 7 });
        await host.UntilTimelineAsync(id, "other_time");

        (await host.ViewAsync(id)).Doubts.ShouldHaveSingleItem().Code.ShouldBe("below_quorum");
    }

    [Fact]
    public async Task Should_be_in_no_doubt_when_enough_take_part_again()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        await host.AnswerAsync(id, "H1303", Answer.Tentative);
        await host.UntilTimelineAsync(id, "too_few_now");

        host.Clock.MoveTo(host.Clock.GetUtcNow().AddMinutes(1));
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.UntilTimelineAsync(id, "hospital_accepted");
        await host.UntilAsync(_ => host.ViewAsync(id), view => view.Doubts.Count == 0, "no doubt");
        (await AttentionAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_ask_the_coordinator_when_the_host_itself_declines()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);

        await host.AnswerAsync(id, "H1301", Answer.Declined);
        await host.UntilTimelineAsync(id, "host_declined");

        (await host.ViewAsync(id)).Doubts.ShouldHaveSingleItem().Code.ShouldBe("host_declined");
        (await AttentionAsync(host)).ShouldHaveSingleItem().Cause.ShouldBe(AttentionCause.HostDeclined);
    }

    [Fact]
    public async Task Should_ask_for_the_record_when_half_of_the_time_for_it_has_passed()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        var end = (await host.ViewAsync(id)).Slot!.End;
        await host.RingAtAsync(id, end.AddMinutes(-60));
        await host.StateAsync(id, "InSession");
        await host.RingAtAsync(id, end);
        await host.StateAsync(id, "AwaitingRecord");
        (await AttentionAsync(host)).ShouldBeEmpty();

        host.Clock.MoveTo(end.AddDays(8));

        var item = (await AttentionAsync(host)).ShouldHaveSingleItem();
        (item.Cause, item.Why.Code).ShouldBe((AttentionCause.RecordDue, "record_due"));
    }

    private static async Task<IReadOnlyList<AttentionItem>> AttentionAsync(RequestsHost host)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, "/api/conferences/attention");
        return (await answer.Content.ReadFromJsonAsync<Page<AttentionItem>>())!.Items;
    }

    private static async Task<Guid> ConfirmedAsync(RequestsHost host)
    {
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(optional: ["H1303"], quorum: 3));
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.StateAsync(id, "Confirmed");
        return id;
    }
}

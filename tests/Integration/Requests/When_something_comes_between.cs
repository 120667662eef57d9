using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_something_comes_between
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_place_anew_by_itself_where_nobody_has_a_final_time_yet_or_it_is_far_off(bool confirmed)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed);
        var before = await host.ViewAsync(id);
        // The old time is not to be had: the first question is whether it is, the second for any other.
        host.Partners.OnHold = hold => hold.Criteria.Start is null ? Partners.Held(hold with { Criteria = hold.Criteria with { Avoid = [Time(before)] } }) : Partners.None(hold);

        await host.PublishAsync(Disrupted(id), Disrupted(id));

        var after = await host.StateAsync(id, "AwaitingReplies", revision: 3);
        after.Slot!.Start.ShouldNotBe(before.Slot!.Start);
        after.Warnings.ShouldContain(warning => warning.Code == "moved_for_site");
        after.Disruption.ShouldBeNull();
        await host.SettleAsync();
        host.Partners.Of<SendInvitations>(id).Select(sent => sent.Revision).ShouldBe([1, 3]);
        host.Partners.Of<ReleaseSlot>(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_leave_a_final_time_within_the_freeze_to_the_coordinator_and_say_when_it_stands_again()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: true);

        await host.PublishAsync(Disrupted(id, frozen: true));
        await host.UntilAsync(_ => AttentionAsync(host), items => items.Any(item => item.Disrupted && item.Conference.ConferenceId == id), "it to be listed");

        var view = await host.ViewAsync(id);
        (view.State, view.Revision, view.Disruption!.HospitalIds.Single()).ShouldBe(("Confirmed", 1, "H1302"));
        view.Disruption.Explanation.Relaxations.ShouldHaveSingleItem();
        await host.PublishAsync(new SlotStandsAgain { ConferenceId = id, Revision = 1 });
        await host.UntilAsync(_ => AttentionAsync(host), items => items.Count == 0, "it to be listed no more");
        host.Partners.Of<HoldSlot>(id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_believe_what_was_said_last_whatever_comes_first()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: true);
        var stands = new SlotStandsAgain { ConferenceId = id, Revision = 1 };

        await host.PublishAsync(stands with { Order = 5 });
        await host.SettleAsync();
        await host.PublishAsync(Disrupted(id, frozen: true) with { Order = 4 });
        await host.SettleAsync();
        (await host.ViewAsync(id)).Disruption.ShouldBeNull("it had gone again before");

        await host.PublishAsync(Disrupted(id, frozen: true) with { Order = 7 });
        await host.SettleAsync();
        await host.PublishAsync(stands with { Order = 6 });
        await host.SettleAsync();
        (await host.ViewAsync(id)).Disruption.ShouldNotBeNull("it came between anew after that");
    }

    [Fact]
    public async Task Should_only_report_an_optional_hospital()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: false);

        await host.PublishAsync(Disrupted(id) with { Required = false });
        await host.UntilAsync(_ => host.ViewAsync(id), view => view.Disruption is { Required: false }, "it to be reported");

        (await host.ViewAsync(id)).State.ShouldBe("AwaitingReplies");
    }

    [Fact]
    public async Task Should_ask_the_coordinator_and_wait_where_there_is_no_other_time()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: false);
        host.Partners.OnHold = hold => Partners.None(hold) with { KeptRevision = 1 };

        await host.PublishAsync(Disrupted(id));

        var view = await host.StateAsync(id, "Unplaced");
        (view.Slot is not null, view.Waiting, view.Disruption is not null).ShouldBe((true, true, true));
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold is { Revision: 4, Wait: not null });
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[^1] with { Criteria = host.Partners.Of<HoldSlot>(id)[^1].Criteria with { Avoid = [Time(view)] } }));
        await host.StateAsync(id, "AwaitingReplies", revision: 4);
    }

    [Fact]
    public async Task Should_ask_again_when_the_news_is_faster_than_the_slot()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 ? null : Partners.Held(hold);
        var id = await host.RequestAsync(RequestsHost.Body());
        await host.PartnersToldAsync<HoldSlot>(id, _ => true);

        await host.PublishAsync(Disrupted(id));
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[0]));

        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.SettleAsync();
        host.Partners.Of<SendInvitations>(id).Select(sent => sent.Revision).ShouldBe([2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_make_way_for_a_higher_class_only_to_another_time(bool another)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: false);
        var before = await host.ViewAsync(id);
        host.Partners.OnHold = hold => another ? Partners.Held(hold) : Partners.None(hold) with { KeptRevision = 1 };

        await host.PublishAsync(Outranked(id, before));

        await host.PartnersToldAsync<HoldSlot>(id, hold => hold.Revision == 2 && hold.Criteria.Avoid.Contains(Time(before)));
        var after = await host.StateAsync(id, "AwaitingReplies", revision: another ? 2 : 1);
        await host.SettleAsync();
        after = await host.ViewAsync(id);
        (after.Slot!.Start != before.Slot!.Start, after.Explanation, after.Disruption).ShouldBe((another, null, null));
        after.Warnings.Any(warning => warning.Code == "moved_for_another").ShouldBe(another);
    }

    [Fact]
    public async Task Should_not_make_way_once_the_time_is_final()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: true);

        await host.PublishAsync(Outranked(id, await host.ViewAsync(id)));
        await host.SettleAsync();

        (await host.ViewAsync(id)).State.ShouldBe("Confirmed");
        host.Partners.Of<HoldSlot>(id).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_never_keep_a_time_that_an_overtaken_move_has_left(bool oldTimeIsFree)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ArrangeAsync(host, confirmed: true);
        var before = await host.ViewAsync(id);
        // Booking has moved for the first wish, and finds nothing for the second, which came before its answer.
        host.Partners.OnHold = hold => hold.Revision switch
        {
            2 => null,
            3 => Partners.None(hold) with { KeptRevision = 2 },
            4 when hold.Criteria.Start == before.Slot!.Start && !oldTimeIsFree => Partners.None(hold) with { KeptRevision = 2 },
            5 => Partners.Held(hold with { Criteria = hold.Criteria with { Avoid = [Time(before)] } }),
            _ => Partners.Held(hold),
        };
        await host.ActAsync(id, "reschedule", Window(50));
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold.Revision == 2);
        await host.ActAsync(id, "reschedule", Window(60));

        if (oldTimeIsFree)
        {
            var after = await host.StateAsync(id, "Confirmed", revision: 4);
            after.Slot!.Start.ShouldBe(before.Slot!.Start);
        }
        else
        {
            (await host.StateAsync(id, "AwaitingReplies", revision: 5)).Slot.ShouldNotBeNull();
        }
    }

    private static object Window(int days) => new { window = new { from = $"{RequestsHost.Today.AddDays(days):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(days + 5):yyyy-MM-dd}" } };

    private static async Task<Guid> ArrangeAsync(RequestsHost host, bool confirmed)
    {
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        if (confirmed)
        {
            await host.AnswerAsync(id, "H1302", Answer.Accepted);
            await host.StateAsync(id, "Confirmed");
        }

        return id;
    }

    private static SlotDisrupted Disrupted(Guid id, bool frozen = false) => new()
    {
        ConferenceId = id,
        Revision = 1,
        Cause = DisruptionCause.Site,
        Frozen = frozen,
        Required = true,
        HospitalIds = ["H1302"],
        Explanation = new SlotExplanation
        {
            Summary = new Remark { Code = "required_never_free", Ja = "必須施設がそろって空いている時間がありません。", En = "There is no time at which all are free." },
            Relaxations = [new Relaxation { Change = new Remark { Code = "other_day", Ja = "翌日", En = "The day after" }, Start = When_a_required_hospital_declines.Evening(30), DurationMinutes = 60 }],
        },
    };

    private static SlotDisrupted Outranked(Guid id, ConferenceView view) => Disrupted(id) with { Cause = DisruptionCause.Outranked, Required = false, HospitalIds = [], Leave = Time(view) };

    private static TimeRange Time(ConferenceView view) => new() { Start = view.Slot!.Start, End = view.Slot.End };

    private static async Task<IReadOnlyList<AttentionItem>> AttentionAsync(RequestsHost host)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, "/api/conferences/attention");
        return (await answer.Content.ReadFromJsonAsync<Page<AttentionItem>>())!.Items;
    }
}

using System.Net;
using System.Text.Json;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Requests.Polls;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_an_act_is_stale_or_repeated
{
    [Theory]
    [InlineData("confirm")]
    [InlineData("cancel")]
    [InlineData("reschedule")]
    [InlineData("amend")]
    public async Task Should_refuse_what_was_decided_on_another_time_and_say_so(string act)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await MovedAsync(host);
        var body = (Dictionary<string, object>)RequestsHost.Body();
        body["revision"] = 1;

        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/conferences/{id}/{act}", body);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("field").GetString()).ShouldBe(("revision_changed", "revision"));
        await host.SettleAsync();
        (await host.ViewAsync(id)).ShouldSatisfyAllConditions(view => view.State.ShouldBe("AwaitingReplies"), view => view.Revision.ShouldBe(2));
    }

    [Fact]
    public async Task Should_do_what_was_decided_on_the_present_time()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await MovedAsync(host);

        await host.ActAsync(id, "confirm", new { revision = 2 });

        await host.StateAsync(id, "Confirmed", revision: 2);
    }

    [Fact]
    public async Task Should_not_confirm_a_time_that_came_between()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await MovedAsync(host);

        // The endpoint still saw the first time when it sent this.
        await host.PublishAsync(new ConfirmKeptSlot { ConferenceId = id, By = "花子", Revision = 1 });
        await host.UntilTimelineAsync(id, "other_time");
        await host.SettleAsync();

        (await host.ViewAsync(id)).State.ShouldBe("AwaitingReplies");
        host.Partners.Of<ConfirmSlot>(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_move_once_however_often_the_same_is_sent()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        var window = new { window = new { from = $"{RequestsHost.Today.AddDays(50):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(60):yyyy-MM-dd}" }, revision = 1 };

        var first = await PostAsync(host, id, "reschedule", window, "k1");
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        var again = await PostAsync(host, id, "reschedule", window, "k1");
        var other = await PostAsync(host, id, "cancel", new { }, "k1");
        await host.SettleAsync();

        (first, again, other).ShouldBe((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Conflict));
        (await host.ViewAsync(id)).ShouldSatisfyAllConditions(view => view.State.ShouldBe("AwaitingReplies"), view => view.Revision.ShouldBe(2));
        host.Partners.Of<HoldSlot>(id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_act_once_when_the_same_is_sent_at_once()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        var window = new { window = new { from = $"{RequestsHost.Today.AddDays(50):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(60):yyyy-MM-dd}" } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(host, id, "reschedule", window, "k2")));
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.SettleAsync();

        answers.ShouldAllBe(answer => answer == HttpStatusCode.Accepted);
        host.Partners.Of<HoldSlot>(id).Count.ShouldBe(2);
    }

    private static async Task<HttpStatusCode> PostAsync(RequestsHost host, Guid id, string act, object body, string key)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/conferences/{id}/{act}", body, key: key);
        return answer.StatusCode;
    }

    private static async Task<Guid> MovedAsync(RequestsHost host)
    {
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.ActAsync(id, "reschedule", new { slot = new { start = PollBodies.Text(When_a_required_hospital_declines.Evening(30)) } });
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        return id;
    }
}

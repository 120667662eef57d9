using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Conference.Platform.Messaging;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform;

[Collection(UsesServers.Name)]
public sealed class When_messages_go_over_RabbitMQ(SharedServers servers) : IDisposable
{
    private const string Desk = "/api/operations/counting/failed-messages";

    private readonly TestFolder _folder = new();
    private readonly Guid _id = Guid.CreateVersion7();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Should_take_each_event_of_a_saga_once_at_two_replicas()
    {
        var place = await servers.NewPlaceAsync();
        await using var one = await TestHost.StartAsync(_folder, place.Settings);
        await using var other = await TestHost.StartAsync(_folder, place.Settings);
        await one.PublishAsync(new OpenTally { TallyId = _id });
        await one.UntilAsync<CountingStore>(store => store.Tallies.AnyAsync());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(event_ => (event_ % 2 == 0 ? one : other).PublishAsync(new AddToTally { TallyId = _id })));

        await one.UntilAsync<CountingStore>(store => store.Tallies.AnyAsync(tally => tally.Sum == 200));
        await one.SettleAsync();
        (await one.InAsync<CountingStore, int>(store => store.Tallies.Select(tally => tally.Sum).SingleAsync())).ShouldBe(200);
    }

    [Fact]
    public async Task Should_keep_a_message_until_its_taker_has_been_set_up()
    {
        var place = await servers.NewPlaceAsync();
        await using var sender = await TestHost.CreateAsync(_folder, [new EchoingModule()], place.Settings);
        await sender.StartAsync();
        await sender.PublishAsync(new Count { CounterId = _id });

        await using var taker = await TestHost.CreateAsync(_folder, [new CountingModule()], place.Settings);
        await taker.StartAsync();

        await sender.UntilAsync<EchoingStore>(store => store.Echoes.AnyAsync(echo => echo.CounterId == _id));
        await sender.UntilAsync<EchoingStore>(async store => !await store.Outbox.AnyAsync());
    }

    [Fact]
    public async Task Should_send_what_a_killed_replica_had_committed()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, place.Settings);
        // Never started: what it writes, nobody delivers but the other.
        await using (var killed = await TestHost.CreateAsync(_folder, place.Settings))
            await killed.PublishAsync(new Count { CounterId = _id });

        await host.UntilAsync<EchoingStore>(store => store.Echoes.AnyAsync(echo => echo.CounterId == _id));
    }

    [Fact]
    public async Task Should_put_aside_what_fails_and_give_it_back_from_the_desk()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, [.. place.Settings, "--Bus:RetryFailedAfter=00:00:01", "--Bus:Redeliveries=1"]);
        using var desk = host.NewOperator();
        await host.PublishAsync(new Count { CounterId = _id, Breaks = true }, new Count { CounterId = Guid.CreateVersion7(), Breaks = true });
        await host.UntilAsync<CountingStore>(async _ => (await ListAsync(desk)).Length == 2);

        var failed = await ListAsync(desk);
        failed.ShouldAllBe(message => message.GetProperty("failure").GetString() == "InvalidOperationException: Broken on purpose." && message.GetProperty("messageType").GetString() == "Count");
        var ours = failed.Single(message => BodyOf(desk, message).Result.Contains(_id.ToString(), StringComparison.Ordinal)).GetProperty("id").GetString();
        var other = failed.Select(message => message.GetProperty("id").GetString()).Single(id => id != ours);

        CountConsumer.Mended[_id] = true;
        (await desk.PostAsync(new Uri($"{Desk}/{ours}/retry", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await host.UntilAsync<EchoingStore>(store => store.Echoes.AnyAsync(echo => echo.CounterId == _id));
        (await desk.DeleteAsync(new Uri($"{Desk}/{other}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await ListAsync(desk)).ShouldBeEmpty();
        var discarded = failed.Single(message => message.GetProperty("id").GetString() == other).GetProperty("messageId").GetString();
        (await host.InAsync<CountingStore, string>(store => store.AuditEntries.Where(entry => entry.Action.StartsWith("DELETE")).Select(entry => entry.Subjects).SingleAsync()))
            .ShouldEndWith($"messageId={discarded}");
        (await desk.PostAsync(new Uri($"{Desk}/{ours}/retry", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.InAsync<CountingStore, int>(store => store.Counters.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Should_put_on_the_desk_what_finds_no_waiting_room_and_give_all_back_at_once()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, place.Settings);
        using var desk = host.NewOperator();
        await using (var connection = await new ConnectionFactory { Uri = new Uri(place.BrokerUrl) }.CreateConnectionAsync())
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueueDeleteAsync("counting-count_later");
        }

        var ids = new[] { _id, Guid.CreateVersion7(), Guid.CreateVersion7() };
        await host.PublishAsync([.. ids.Select(id => new Count { CounterId = id, Breaks = true })]);
        await host.UntilAsync<CountingStore>(async _ => (await ListAsync(desk)).Length == ids.Length);

        foreach (var id in ids)
            CountConsumer.Mended[id] = true;
        using var retried = await desk.PostAsync(new Uri($"{Desk}/retry", UriKind.Relative), null);
        (await retried.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("retried").GetInt32().ShouldBe(ids.Length);
        await host.UntilAsync<EchoingStore>(async store => await store.Echoes.CountAsync(echo => ids.Contains(echo.CounterId)) == ids.Length);
        (await ListAsync(desk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_leave_what_only_a_newer_replica_knows_to_it()
    {
        var place = await servers.NewPlaceAsync();
        string[] settings = [.. place.Settings, "--Bus:RetryFailedAfter=00:00:01", "--Bus:Redeliveries=1000"];
        await using var old = await TestHost.StartAsync(_folder, settings);
        await using var next = await TestHost.CreateAsync(_folder, [new NextCountingModule()], settings);
        await next.StartAsync();

        // One after the other they go to both replicas in turn.
        await old.PublishAsync([.. Enumerable.Range(0, 20).Select(_ => new CountTwice { CounterId = Guid.CreateVersion7() })]);

        await old.UntilAsync<CountingStore>(async store => await store.Counters.CountAsync(counter => counter.Value == 2) == 20);
        await ShouldNotBeThereAsync(place.BrokerUrl, "counting-count_skipped");
    }

    [Fact]
    public async Task Should_put_what_nobody_ever_knows_on_the_desk()
    {
        var place = await servers.NewPlaceAsync();
        string[] settings = [.. place.Settings, "--Bus:RetryFailedAfter=00:00:01", "--Bus:Redeliveries=1"];
        await using var host = await TestHost.StartAsync(_folder, settings);
        using var desk = host.NewOperator();
        await using (var next = await TestHost.CreateAsync(_folder, [new NextCountingModule()], settings))
            await next.StartAsync();

        await host.PublishAsync(new CountTwice { CounterId = _id });

        await host.UntilAsync<CountingStore>(async _ => (await ListAsync(desk)).Length == 1);
        var message = (await ListAsync(desk)).Single();
        message.GetProperty("messageType").GetString().ShouldBe("CountTwice");
        message.GetProperty("failure").GetString().ShouldNotBeNull().ShouldContain("a newer one may");
        await ShouldNotBeThereAsync(place.BrokerUrl, "counting-count_skipped");
    }

    [Fact]
    public async Task Should_leave_on_the_desk_what_cannot_be_noted_in_the_log()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, [.. place.Settings, "--Bus:RetryFailedAfter=00:00:01", "--Bus:Redeliveries=1"]);
        using var desk = host.NewOperator();
        await host.PublishAsync(new Count { CounterId = _id, Breaks = true });
        await host.UntilAsync<CountingStore>(async _ => (await ListAsync(desk)).Length == 1);
        var path = new Uri($"{Desk}/{(await ListAsync(desk))[0].GetProperty("id").GetString()}", UriKind.Relative);

        await host.InAsync<CountingStore, int>(store => store.Database.ExecuteSqlRawAsync("ALTER TABLE counting.audit_entries RENAME TO elsewhere"));
        (await desk.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await host.InAsync<CountingStore, int>(store => store.Database.ExecuteSqlRawAsync("ALTER TABLE counting.elsewhere RENAME TO audit_entries"));

        (await ListAsync(desk)).ShouldHaveSingleItem();
        (await desk.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ListAsync(desk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_leave_no_copy_of_a_message_whose_store_was_out_of_order_for_a_while()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, [.. place.Settings, "--Bus:RetryFailedAfter=00:00:01"]);
        await host.InAsync<CountingStore, int>(store => store.Database.ExecuteSqlRawAsync("ALTER TABLE counting.inbox RENAME TO elsewhere"));
        await host.PublishAsync(new Count { CounterId = _id });
        await using var connection = await new ConnectionFactory { Uri = new Uri(place.BrokerUrl) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await host.UntilAsync<EchoingStore>(async _ => await channel.MessageCountAsync("counting-count_later") > 0);

        await host.InAsync<CountingStore, int>(store => store.Database.ExecuteSqlRawAsync("ALTER TABLE counting.elsewhere RENAME TO inbox"));
        await host.UntilAsync<EchoingStore>(store => store.Echoes.AnyAsync(echo => echo.CounterId == _id));

        await ShouldNotBeThereAsync(place.BrokerUrl, "counting-count_skipped");
    }

    private static async Task ShouldNotBeThereAsync(string broker, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        (await Should.ThrowAsync<RabbitMQ.Client.Exceptions.OperationInterruptedException>(() => channel.QueueDeclarePassiveAsync(queue)))
            .ShutdownReason!.ReplyCode.ShouldBe((ushort)404);
    }

    private static async Task<JsonElement[]> ListAsync(HttpClient desk)
    {
        var list = await desk.GetFromJsonAsync<JsonElement>(new Uri(Desk, UriKind.Relative));
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    private static async Task<string> BodyOf(HttpClient desk, JsonElement message) =>
        (await desk.GetFromJsonAsync<JsonElement>(new Uri($"{Desk}/{message.GetProperty("id").GetString()}", UriKind.Relative))).GetProperty("body").GetString()!;
}

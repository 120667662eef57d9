using Conference.Platform.Hosting;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform;

/// <summary>What RabbitMQ and PostgreSQL are asked for at a start, and where it ends when they refuse.</summary>
[Collection(UsesServers.Name)]
public sealed class When_a_server_is_used_for_the_first_time(SharedServers servers) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Should_not_start_with_a_password_that_the_broker_does_not_know()
    {
        var place = await servers.NewPlaceAsync();
        var wrong = new UriBuilder(place.BrokerUrl) { Password = "mistaken" };
        await using var host = await TestHost.CreateAsync(_folder, [.. place.Settings, $"--Bus:RabbitMq={wrong.Uri}"]);

        var refused = await Should.ThrowAsync<InvalidSettingException>(host.StartAsync);

        refused.Message.ShouldStartWith("Bus:RabbitMq is");
        refused.Message.ShouldNotContain("mistaken");
    }

    [Fact]
    public async Task Should_not_start_where_the_broker_lets_its_user_declare_nothing()
    {
        var place = await servers.NewPlaceAsync();
        await servers.ForbidDeclaringAsync(place);
        await using var host = await TestHost.CreateAsync(_folder, place.Settings);

        (await Should.ThrowAsync<InvalidSettingException>(host.StartAsync)).Message.ShouldContain("ACCESS_REFUSED");
    }

    [Fact]
    public async Task Should_not_start_on_a_queue_of_another_kind()
    {
        var place = await servers.NewPlaceAsync();
        await using (var connection = await new ConnectionFactory { Uri = new Uri(place.BrokerUrl) }.CreateConnectionAsync())
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueueDeclareAsync("counting-count", durable: true, exclusive: false, autoDelete: false);
        }

        await using var host = await TestHost.CreateAsync(_folder, place.Settings);
        (await Should.ThrowAsync<InvalidSettingException>(host.StartAsync)).Message.ShouldContain("'counting-count'");
    }

    [Fact]
    public async Task Should_have_PostgreSQL_end_a_transaction_that_stands_still()
    {
        var place = await servers.NewPlaceAsync();
        await using var host = await TestHost.StartAsync(_folder, place.Settings);

        (await host.InAsync<CountingStore, string>(store => store.Database.SqlQuery<string>($"SELECT current_setting('idle_in_transaction_session_timeout') AS \"Value\"").SingleAsync()))
            .ShouldBe("1min");
    }
}

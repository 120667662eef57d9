using Conference.Platform.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Routing;

namespace Conference.IntegrationTests.Platform;

/// <summary>A message that the present version of the counting service has never heard of.</summary>
public sealed record CountTwice
{
    public required Guid CounterId { get; init; }
}

/// <summary>The consumer of the next version: it takes one message more from the same queue.</summary>
public sealed class NextCountConsumer(CountingStore store) : IConsumer<Count>, IConsumer<CountTwice>
{
    public Task Consume(ConsumeContext<Count> context) => CountAsync(context.Message.CounterId, 1, context.CancellationToken);

    public Task Consume(ConsumeContext<CountTwice> context) => CountAsync(context.Message.CounterId, 2, context.CancellationToken);

    private async Task CountAsync(Guid id, int by, CancellationToken cancellationToken)
    {
        var counter = await store.Counters.FindAsync([id], cancellationToken);
        if (counter is null)
            store.Add(counter = new Counter { Id = id });
        counter.Value += by;
    }
}

/// <summary>The counting service one version on.</summary>
public sealed class NextCountingModule : IServiceModule
{
    public string Name => "counting";

    public void Configure(ModuleBuilder module) => module
        .AddStore<CountingStore, SqliteCountingStore, PostgresCountingStore>()
        .AddConsumer<NextCountConsumer>(queue: "counting-count");

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

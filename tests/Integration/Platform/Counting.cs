using System.Collections.Concurrent;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Conference.IntegrationTests.Platform;

public sealed record Count
{
    public required Guid CounterId { get; init; }

    public bool Breaks { get; init; }
}

public sealed record Counted
{
    public required Guid CounterId { get; init; }

    public required int Value { get; init; }
}

public sealed class Counter
{
    public Guid Id { get; init; }

    public int Value { get; set; }
}

public class CountingStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "counting";

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Counter>();
        modelBuilder.Entity<Tally>().HasKey(tally => tally.CorrelationId);
    }
}

public sealed class SqliteCountingStore(DbContextOptions<SqliteCountingStore> options) : CountingStore(options);

public sealed class PostgresCountingStore(DbContextOptions<PostgresCountingStore> options) : CountingStore(options);

public sealed class CountConsumer(CountingStore store) : IConsumer<Count>
{
    /// <summary>Counters whose messages break no longer.</summary>
    public static ConcurrentDictionary<Guid, bool> Mended { get; } = [];

    public async Task Consume(ConsumeContext<Count> context)
    {
        var counter = await store.Counters.FindAsync([context.Message.CounterId], context.CancellationToken);
        if (counter is null)
            store.Add(counter = new Counter { Id = context.Message.CounterId });
        counter.Value++;
        await context.Publish(new Counted { CounterId = counter.Id, Value = counter.Value });
        if (context.Message.Breaks && !Mended.ContainsKey(counter.Id))
            throw new InvalidOperationException("Broken on purpose.");
    }
}

public sealed class CountingModule : IServiceModule
{
    public string Name => "counting";

    public void Configure(ModuleBuilder module) => module
        .AddStore<CountingStore, SqliteCountingStore, PostgresCountingStore>()
        .AddConsumer<CountConsumer>()
        .AddSaga<TallyLifecycle, Tally>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

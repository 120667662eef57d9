using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Conference.IntegrationTests.Timers;

/// <summary>What the tests let the Timers service bring.</summary>
public sealed record Wake
{
    public required string What { get; init; }
}

public sealed class Woken
{
    public long Id { get; init; }

    public required string What { get; init; }

    public required Guid MessageId { get; init; }

    public required Guid? Token { get; init; }

    public required DateTimeOffset At { get; init; }
}

public class SleepingStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "sleeping";

    public DbSet<Woken> Woken => Set<Woken>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Woken>().ToTable("woken").HasKey(woken => woken.Id);
    }
}

public sealed class SqliteSleepingStore(DbContextOptions<SqliteSleepingStore> options) : SleepingStore(options);

public sealed class PostgresSleepingStore(DbContextOptions<PostgresSleepingStore> options) : SleepingStore(options);

public sealed class WakeConsumer(SleepingStore store, TimeProvider clock) : IConsumer<Wake>
{
    public Task Consume(ConsumeContext<Wake> context)
    {
        store.Add(new Woken { What = context.Message.What, MessageId = context.MessageId!.Value, Token = context.GetSchedulingTokenId(), At = clock.GetUtcNow() });
        return Task.CompletedTask;
    }
}

public sealed class SleepingModule : IServiceModule
{
    public const string Queue = "sleeping-wake";

    public string Name => "sleeping";

    public void Configure(ModuleBuilder module) => module
        .AddStore<SleepingStore, SqliteSleepingStore, PostgresSleepingStore>()
        .AddConsumer<WakeConsumer>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

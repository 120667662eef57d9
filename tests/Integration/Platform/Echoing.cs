using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Conference.IntegrationTests.Platform;

public sealed class Echo
{
    public long Id { get; init; }

    public Guid CounterId { get; init; }

    public int Value { get; init; }
}

public class EchoingStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "echoing";

    public DbSet<Echo> Echoes => Set<Echo>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Echo>();
    }
}

public sealed class SqliteEchoingStore(DbContextOptions<SqliteEchoingStore> options) : EchoingStore(options);

public sealed class PostgresEchoingStore(DbContextOptions<PostgresEchoingStore> options) : EchoingStore(options);

public sealed class AddEchoConsumer(EchoingStore store) : IConsumer<Counted>
{
    public Task Consume(ConsumeContext<Counted> context)
    {
        store.Add(new Echo { CounterId = context.Message.CounterId, Value = context.Message.Value });
        return Task.CompletedTask;
    }
}

public sealed class EchoingModule : IServiceModule
{
    public string Name => "echoing";

    public void Configure(ModuleBuilder module) => module
        .AddStore<EchoingStore, SqliteEchoingStore, PostgresEchoingStore>()
        .AddConsumer<AddEchoConsumer>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

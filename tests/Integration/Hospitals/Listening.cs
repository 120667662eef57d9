using System.Collections.Concurrent;
using Conference.Contracts.Hospitals;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Hospitals;

/// <summary>What the other services hear from Hospitals.</summary>
public sealed class Heard
{
    public ConcurrentQueue<object> Messages { get; } = new();

    public IReadOnlyList<T> Of<T>() => [.. Messages.OfType<T>()];
}

public class ListeningStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "listening";
}

public sealed class SqliteListeningStore(DbContextOptions<SqliteListeningStore> options) : ListeningStore(options);

public sealed class PostgresListeningStore(DbContextOptions<PostgresListeningStore> options) : ListeningStore(options);

public sealed class HearConsumer(Heard heard)
    : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>, IConsumer<HospitalContactsChanged>, IConsumer<ContactsListed>, IConsumer<SiteClosuresChanged>, IConsumer<ConnectionTestRecorded>, IConsumer<HolidaysChanged>
{
    public Task Consume(ConsumeContext<HospitalChanged> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<HospitalsListed> context) => Task.WhenAll(context.Message.Hospitals.Select(Hear));

    public Task Consume(ConsumeContext<ContactsListed> context) => Task.WhenAll(context.Message.Contacts.Select(Hear));

    public Task Consume(ConsumeContext<HospitalContactsChanged> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SiteClosuresChanged> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<ConnectionTestRecorded> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<HolidaysChanged> context) => Hear(context.Message);

    private Task Hear(object message)
    {
        heard.Messages.Enqueue(message);
        return Task.CompletedTask;
    }
}

public sealed class ListeningModule : IServiceModule
{
    public string Name => "listening";

    public void Configure(ModuleBuilder module)
    {
        module.AddStore<ListeningStore, SqliteListeningStore, PostgresListeningStore>().AddConsumer<HearConsumer>();
        module.Services.AddSingleton<Heard>();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

using System.Text.Json;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Scheduling;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Conference.IntegrationTests.Platform;

public class AlarmStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "timers";
}

public sealed class SqliteAlarmStore(DbContextOptions<SqliteAlarmStore> options) : AlarmStore(options);

public sealed class PostgresAlarmStore(DbContextOptions<PostgresAlarmStore> options) : AlarmStore(options);

/// <summary>A Timers service for which every moment has come.</summary>
public sealed class RingAtOnceConsumer(AlarmStore store) : IConsumer<ScheduleMessage>, IConsumer<CancelScheduledMessage>
{
    public Task Consume(ConsumeContext<ScheduleMessage> context)
    {
        store.Send(new DueMessage
        {
            MessageId = context.Message.CorrelationId,
            Token = context.Message.CorrelationId,
            Destination = context.Message.Destination,
            MessageTypes = context.Message.PayloadType,
            Payload = JsonSerializer.Serialize(context.Message.Payload),
        });
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<CancelScheduledMessage> context) => Task.CompletedTask;
}

public sealed class AlarmModule : IServiceModule
{
    public string Name => "timers";

    public void Configure(ModuleBuilder module) => module
        .AddStore<AlarmStore, SqliteAlarmStore, PostgresAlarmStore>()
        .AddConsumer<RingAtOnceConsumer>(queue: "timers");

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

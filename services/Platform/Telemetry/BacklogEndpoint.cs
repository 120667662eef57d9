using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Telemetry;

/// <summary>The outboxes of all services of this process.</summary>
internal static class BacklogEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/health/backlog", Handle)
        .RequirePermission(Permission.ReadOperations)
        .WithSummary("Messages that this process has committed and not yet delivered, by service")
        .Produces<IReadOnlyList<MessageBacklog>>();

    private static async Task<IResult> Handle(IEnumerable<StoreRegistration> stores, IServiceProvider services, CancellationToken cancellationToken)
    {
        List<MessageBacklog> backlogs = [];
        foreach (var registration in stores)
            backlogs.Add(await ReadAsync((ServiceStore)services.GetRequiredService(registration.Store), cancellationToken));
        return Results.Ok(backlogs);
    }

    private static async Task<MessageBacklog> ReadAsync(ServiceStore store, CancellationToken cancellationToken) => new()
    {
        Service = store.Schema,
        Waiting = await store.Outbox.CountAsync(cancellationToken),
        OldestAt = await store.Outbox.OrderBy(message => message.Sequence).Select(message => (DateTimeOffset?)message.WrittenAt).FirstOrDefaultAsync(cancellationToken),
        Failed = await store.Outbox.CountAsync(message => message.Failure != null, cancellationToken),
    };
}

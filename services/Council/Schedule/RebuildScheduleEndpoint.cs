using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Council.Feeds;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Schedule;

/// <summary>
/// Empties the copies and asks their owners to send everything again. Events that arrive meanwhile are welcome:
/// whichever comes first, the highest version stays. Feeds are Council's own and are kept.
/// </summary>
internal static class RebuildScheduleEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/schedule/rebuild", Handle)
        .Produces(StatusCodes.Status202Accepted)
        .RequirePermission(Permission.Operate);

    private static async Task<IResult> Handle(CouncilStore store, ServedFeeds feeds, ILoggerFactory logs, Caller caller, CancellationToken cancellationToken)
    {
        await store.InTransactionAsync(
            async () =>
            {
                await store.Conferences.ExecuteDeleteAsync(cancellationToken);
                await store.Records.ExecuteDeleteAsync(cancellationToken);
                await store.Hospitals.ExecuteDeleteAsync(cancellationToken);
                store.AfterCommit(feeds.Forget);
                await store.PublishAsync(new RepublishHospitals { RequestedBy = CouncilStore.Name }, cancellationToken);
                await store.PublishAsync(new RepublishConferences { RequestedBy = CouncilStore.Name }, cancellationToken);
            },
            cancellationToken);
        logs.CreateLogger(typeof(RebuildScheduleEndpoint)).LogInformation("{Caller} had the schedule rebuilt", caller.Id);
        return Results.Accepted();
    }
}

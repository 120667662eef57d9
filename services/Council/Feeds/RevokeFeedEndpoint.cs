using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Council.Feeds;

/// <summary>Ends a feed: by who made it, or by who runs the network.</summary>
internal static class RevokeFeedEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapDelete("/api/feeds/{feedId:guid}", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequirePermission(Permission.ManageFeeds);

    private static async Task<IResult> Handle(Guid feedId, Caller caller, CouncilStore store, ServedFeeds feeds, TimeProvider time, CancellationToken cancellationToken)
    {
        var feed = await store.Feeds.FindAsync([feedId], cancellationToken);
        if (feed is null || (feed.OwnerId != caller.Id && !PermissionTable.Allows(caller.Role, Permission.Operate)))
            return Problem.NotFound(new Fault("feedId", "unknown_feed", "この購読リンクは見つかりません。", "There is no such feed."));

        feed.Revoke(time.GetUtcNow());
        store.AfterCommit(feeds.Forget);
        await store.SaveChangesAsync(cancellationToken);
        return Results.NoContent();
    }
}

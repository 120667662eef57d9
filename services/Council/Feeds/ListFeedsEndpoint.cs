using Conference.Contracts;
using Conference.Contracts.Council;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Feeds;

internal static class ListFeedsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/feeds", Handle)
        .Produces<Page<FeedLink>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .RequirePermission(Permission.ManageFeeds);

    private static async Task<IResult> Handle(string? page, string? pageSize, Caller caller, CouncilStore store, FeedLinks links, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var own = store.Feeds.Where(feed => feed.OwnerId == caller.Id && feed.RevokedAt == null);
        var total = await own.CountAsync(cancellationToken);
        var feeds = await own.AsNoTracking().OrderBy(feed => feed.FeedId).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<FeedLink> { Items = [.. feeds.Select(links.Of)], Total = total });
    }
}

using Conference.Contracts.Council;
using Conference.Council.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Feeds;

internal static class MakeFeedEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/feeds", Handle)
        .Produces<FeedLink>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequirePermission(Permission.ManageFeeds);

    private static async Task<IResult> Handle(MakeFeed body, Caller caller, CouncilStore store, FeedLinks links, TimeProvider time, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var mine = body.Scope == FeedScope.Mine;
        var scope = mine ? caller.Scope : FeedScope.Read(body.Scope, faults);
        if (scope is { Kind: "hospital" } && !await store.Hospitals.AnyAsync(hospital => hospital.HospitalId == scope.Value, cancellationToken))
            faults.Add(new Fault("scope", "unknown_hospital", "この施設は登録されていません。施設 ID を確認してください。", "There is no such hospital. Check its id."));
        if (scope is null || faults.Count > 0)
            return Problem.Invalid(faults);
        if (!caller.Scope.Contains(scope))
            return Problem.Forbidden(new Fault("scope", "out_of_scope", "担当範囲外の予定は購読できません。", "You may subscribe only to what is within your scope."));

        var feed = new CalendarFeed { FeedId = Guid.CreateVersion7(), OwnerId = caller.Id, ScopeText = scope.ToString(), RequestedBy = mine ? caller.Name : null, CreatedAt = time.GetUtcNow() };
        store.Add(feed);
        store.Concerns("feedId", feed.FeedId);
        await store.SaveChangesAsync(cancellationToken);
        var link = links.Of(feed);
        return Results.Created(new Uri(link.Url), link);
    }
}

/// <summary>Body of <c>POST /api/feeds</c>.</summary>
internal sealed record MakeFeed
{
    /// <summary><c>nation</c>, <c>prefecture:13</c>, <c>hospital:H1301</c>, or <c>mine</c>: what the caller asked for.</summary>
    public string? Scope { get; init; }
}

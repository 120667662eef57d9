using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Sites;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Closures;

internal static class ReplaceClosuresEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/sites/{siteId}/closures", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<SiteView>()
        .WithSummary("Replaces a site's closures");

    private static async Task<IResult> Handle(string siteId, ClosuresEntry entry, Caller caller, HospitalsStore store, CancellationToken cancellationToken)
    {
        var site = await store.Sites.FindAsync([siteId], cancellationToken);
        if (site is null)
            return Answers.NoSite(siteId);
        if (!caller.May(Permission.ManageSites, site.HospitalId))
            return Answers.NotYours();
        if (ClosureRules.Check(entry) is { Count: > 0 } faults)
            return Problem.Invalid(faults);

        var plan = await store.Closures.FindAsync([siteId], cancellationToken);
        if (plan is null)
            store.Add(plan = new ClosurePlan { SiteId = siteId, HospitalId = site.HospitalId });
        entry.Apply(plan);
        await store.PublishAsync(plan.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok((await store.ViewSitesAsync([site], cancellationToken))[0]);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Sites;

internal static class ChangeSiteEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/sites/{siteId}", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<SiteView>()
        .WithSummary("Changes a site; one that is not active cannot be booked");

    private static async Task<IResult> Handle(string siteId, SiteEntry entry, Caller caller, HospitalsStore store, CancellationToken cancellationToken)
    {
        var site = await store.Sites.FindAsync([siteId], cancellationToken);
        if (site is null)
            return Answers.NoSite(siteId);
        if (!caller.May(Permission.ManageSites, site.HospitalId))
            return Answers.NotYours();
        if (SiteRules.Check(entry) is { Count: > 0 } faults)
            return Problem.Invalid(faults);

        var hospital = (await store.FindHospitalAsync(site.HospitalId, cancellationToken))!;
        if (hospital.IsWithdrawn)
            return Answers.Withdrawn(hospital.HospitalId);

        entry.Apply(site);
        hospital.Touch();
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok((await store.ViewSitesAsync([site], cancellationToken))[0]);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Sites;

internal static class AddSiteEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/hospitals/{hospitalId}/sites", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<SiteView>(StatusCodes.Status201Created)
        .WithSummary("Adds a site to a hospital");

    private static async Task<IResult> Handle(string hospitalId, SiteEntry entry, Caller caller, HospitalsStore store, CancellationToken cancellationToken)
    {
        var hospital = await store.FindHospitalAsync(hospitalId, cancellationToken);
        if (hospital is null)
            return Answers.NoHospital(hospitalId);
        if (!caller.May(Permission.ManageSites, hospitalId))
            return Answers.NotYours();
        if (SiteRules.Check(entry) is { Count: > 0 } faults)
            return Problem.Invalid(faults);
        if (hospital.IsWithdrawn)
            return Answers.Withdrawn(hospitalId);
        if (hospital.Sites.Count >= SiteRules.MostSites)
            return Problem.Conflict(new("", "too_many_sites", $"拠点は {SiteRules.MostSites} か所までです。", $"A hospital has at most {SiteRules.MostSites} sites."));

        var site = Site.New(hospitalId, hospital.Sites.Select(known => known.Serial).DefaultIfEmpty().Max() + 1, "");
        entry.Apply(site);
        hospital.Sites.Add(site);
        store.Add(site);
        store.Concerns("siteId", site.SiteId);
        hospital.Touch();
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/hospitals/{hospitalId}", (await store.ViewSitesAsync([site], cancellationToken))[0]);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Sites;

internal static class SiteViews
{
    /// <summary>Sites with their closures and latest tests, in order.</summary>
    public static async Task<IReadOnlyList<SiteView>> ViewSitesAsync(this HospitalsStore store, IReadOnlyCollection<Site> sites, CancellationToken cancellationToken)
    {
        var ids = sites.Select(site => site.SiteId).ToList();
        var plans = await store.Closures.AsNoTracking().Where(plan => ids.Contains(plan.SiteId)).ToDictionaryAsync(plan => plan.SiteId, cancellationToken);
        var tests = await store.ConnectionTests.AsNoTracking()
            .Where(test => ids.Contains(test.SiteId) && test.TestedAt == store.ConnectionTests.Where(other => other.SiteId == test.SiteId).Max(other => other.TestedAt))
            .ToListAsync(cancellationToken);
        return [.. sites.OrderBy(site => site.Serial).Select(site => new SiteView
        {
            Site = site.ToContract(),
            Closures = plans.GetValueOrDefault(site.SiteId)?.Closures ?? [],
            Weekly = plans.GetValueOrDefault(site.SiteId)?.Weekly ?? [],
            ClosedOnHolidays = plans.GetValueOrDefault(site.SiteId)?.ClosedOnHolidays ?? false,
            LastTest = tests.Where(test => test.SiteId == site.SiteId).MaxBy(test => test.TestId)?.ToRecorded(),
        })];
    }
}

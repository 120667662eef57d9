using Conference.Contracts.Council;
using Conference.Council.Hospitals;
using Conference.Council.Schedule;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Reports;

/// <summary>The activity of a fiscal year: of the nation, or of one prefecture's hospitals.</summary>
internal sealed class ActivityReader(CouncilStore store, NetworkTime network, TimeProvider time)
{
    public async Task<ActivityReport> ReadAsync(int fiscalYear, Scope scope, CancellationToken cancellationToken)
    {
        var (from, to) = FiscalYear.Range(fiscalYear, network);
        var within = store.Between(from, to, scope);
        var conferences = await within.AsNoTracking().OrderBy(conference => conference.Start).ToListAsync(cancellationToken);
        var records = await store.Records.AsNoTracking()
            .Where(record => within.Select(conference => conference.ConferenceId).Contains(record.ConferenceId))
            .ToDictionaryAsync(record => record.ConferenceId, cancellationToken);

        var now = time.GetUtcNow();
        var held = conferences
            .Where(conference => ActivityCount.WasHeld(conference, now))
            .Select(conference => new ActivityCount(conference, records.GetValueOrDefault(conference.ConferenceId), scope))
            .ToList();
        var names = await store.NamesAsync(held.SelectMany(count => count.HospitalIds), cancellationToken);
        return new ActivityReport
        {
            FiscalYear = fiscalYear,
            Prefecture = scope.IsNation ? null : scope.Value,
            Conferences = held.Count,
            Sites = held.Sum(count => count.HospitalIds.Count),
            Cancelled = conferences.Count(conference => conference.State == ConferenceStates.Cancelled),
            ByKind = ActivityCounting.ByKind(held),
            ByProfession = ActivityCounting.ByProfession(held),
            ByHospital = ActivityCounting.ByHospital(held, names),
        };
    }
}

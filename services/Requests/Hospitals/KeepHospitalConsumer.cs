using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Conference.Requests.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Hospitals;

internal sealed class KeepHospitalConsumer(RequestsStore store) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    // The whole copy in turns: two lists, each locking its hospitals one by one, could wait for each other for ever.
    private const string Copy = "hospitals";

    public Task Consume(ConsumeContext<HospitalChanged> context) => KeepAsync([context.Message], context.CancellationToken);

    public Task Consume(ConsumeContext<HospitalsListed> context) => KeepAsync(context.Message.Hospitals, context.CancellationToken);

    private async Task KeepAsync(IReadOnlyList<HospitalChanged> changes, CancellationToken cancellationToken)
    {
        await store.OneAtATimeAsync(Copy, cancellationToken);
        var ids = changes.Select(changed => changed.HospitalId).ToList();
        var known = await store.Hospitals.Where(hospital => ids.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        foreach (var changed in changes)
            Keep(known, changed);
    }

    private void Keep(Dictionary<string, KnownHospital> known, HospitalChanged changed)
    {
        if (!known.TryGetValue(changed.HospitalId, out var hospital))
            known.Add(changed.HospitalId, hospital = store.Hospitals.Add(new KnownHospital { HospitalId = changed.HospitalId }).Entity);
        else if (hospital.Version >= changed.Version)
            return;
        hospital.Version = changed.Version;
        hospital.NameJa = changed.NameJa;
        hospital.NameEn = changed.NameEn;
        hospital.Withdrawn = changed.Withdrawn;
        hospital.ActiveSites = [.. changed.Sites.Where(site => site.Active).Select(site => site.SiteId)];
    }
}

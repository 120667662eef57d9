using Conference.Contracts.Hospitals;
using Conference.Requests.Storage;
using MassTransit;

namespace Conference.Requests.Hospitals;

internal sealed class KeepHospitalConsumer(RequestsStore store) : IConsumer<HospitalChanged>
{
    public async Task Consume(ConsumeContext<HospitalChanged> context)
    {
        var changed = context.Message;
        var known = await store.Hospitals.FindAsync([changed.HospitalId], context.CancellationToken);
        if (known is null)
            store.Add(known = new KnownHospital { HospitalId = changed.HospitalId });
        else if (known.Version >= changed.Version)
            return;
        known.Version = changed.Version;
        known.NameJa = changed.NameJa;
        known.NameEn = changed.NameEn;
        known.Withdrawn = changed.Withdrawn;
        known.ActiveSites = [.. changed.Sites.Where(site => site.Active).Select(site => site.SiteId)];
    }
}

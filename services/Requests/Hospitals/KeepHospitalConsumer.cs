using Conference.Contracts.Hospitals;
using Conference.Requests.Storage;
using MassTransit;

namespace Conference.Requests.Hospitals;

internal sealed class KeepHospitalConsumer(RequestsStore store) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    public Task Consume(ConsumeContext<HospitalChanged> context) => KeepAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
        foreach (var hospital in context.Message.Hospitals)
            await KeepAsync(hospital, context.CancellationToken);
    }

    private async Task KeepAsync(HospitalChanged changed, CancellationToken cancellationToken)
    {
        var known = await store.Hospitals.FindAsync([changed.HospitalId], cancellationToken);
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

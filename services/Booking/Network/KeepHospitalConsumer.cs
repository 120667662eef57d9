using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Network;

internal sealed class KeepHospitalConsumer(BookingStore store, BookingMemory memory, NetworkNews news) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
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
        store.AfterCommit(memory.Network.Forget);
    }

    private void Keep(Dictionary<string, KnownHospital> known, HospitalChanged changed)
    {
        if (!known.TryGetValue(changed.HospitalId, out var hospital))
        {
            hospital = new KnownHospital { HospitalId = changed.HospitalId, NameJa = changed.NameJa, NameEn = changed.NameEn, Sites = changed.Sites };
            known.Add(changed.HospitalId, store.Hospitals.Add(hospital).Entity);
        }
        else if (hospital.Version >= changed.Version)
        {
            return;
        }
        else
        {
            news.Of(hospital.Sites.Concat(changed.Sites).Select(site => site.SiteId).Distinct());
        }

        hospital.Version = changed.Version;
        hospital.NameJa = changed.NameJa;
        hospital.NameEn = changed.NameEn;
        hospital.Withdrawn = changed.Withdrawn;
        hospital.Sites = changed.Sites;
        hospital.Professions = changed.Professions;
    }
}

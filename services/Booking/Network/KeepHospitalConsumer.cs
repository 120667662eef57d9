using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Booking.Network;

internal sealed class KeepHospitalConsumer(BookingStore store, BookingMemory memory, NetworkNews news) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    // The whole copy in turns: two lists, each locking its hospitals one by one, could wait for each other for ever.
    private const string Copy = "hospitals";

    public async Task Consume(ConsumeContext<HospitalChanged> context)
    {
        await store.OneAtATimeAsync(Copy, context.CancellationToken);
        await KeepAsync(context.Message, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
        await store.OneAtATimeAsync(Copy, context.CancellationToken);
        foreach (var hospital in context.Message.Hospitals)
            await KeepAsync(hospital, context.CancellationToken);
    }

    private async Task KeepAsync(HospitalChanged changed, CancellationToken cancellationToken)
    {
        store.AfterCommit(memory.Network.Forget);
        var known = await store.Hospitals.FindAsync([changed.HospitalId], cancellationToken);
        if (known is null)
        {
            known = new KnownHospital { HospitalId = changed.HospitalId, NameJa = changed.NameJa, NameEn = changed.NameEn, Sites = changed.Sites };
            store.Add(known);
        }
        else if (known.Version >= changed.Version)
        {
            return;
        }

        else
        {
            news.Of(known.Sites.Concat(changed.Sites).Select(site => site.SiteId).Distinct());
        }

        known.Version = changed.Version;
        known.NameJa = changed.NameJa;
        known.NameEn = changed.NameEn;
        known.Withdrawn = changed.Withdrawn;
        known.Sites = changed.Sites;
        known.Professions = changed.Professions;
    }
}

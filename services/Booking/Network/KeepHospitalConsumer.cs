using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using MassTransit;

namespace Conference.Booking.Network;

internal sealed class KeepHospitalConsumer(BookingStore store, BookingMemory memory) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    public Task Consume(ConsumeContext<HospitalChanged> context) => KeepAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
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

        known.Version = changed.Version;
        known.NameJa = changed.NameJa;
        known.NameEn = changed.NameEn;
        known.Withdrawn = changed.Withdrawn;
        known.Sites = changed.Sites;
    }
}

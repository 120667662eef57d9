using Conference.Contracts.Hospitals;
using Conference.Invitations.Storage;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Invitations.Contacts;

internal sealed class KeepHospitalCopyConsumer(InvitationsStore store) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
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
        var known = await store.Hospitals.FindAsync([changed.HospitalId], cancellationToken)
            ?? store.Hospitals.Add(new KnownHospital { HospitalId = changed.HospitalId }).Entity;
        known.Take(changed);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Contacts;

internal sealed class KeepHospitalCopyConsumer(InvitationsStore store) : IConsumer<HospitalChanged>
{
    public async Task Consume(ConsumeContext<HospitalChanged> context)
    {
        var known = await store.Hospitals.FindAsync([context.Message.HospitalId], context.CancellationToken)
            ?? store.Hospitals.Add(new KnownHospital { HospitalId = context.Message.HospitalId }).Entity;
        known.Take(context.Message);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Contacts;

internal sealed class KeepHospitalCopyConsumer(InvitationsStore store) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    public Task Consume(ConsumeContext<HospitalChanged> context) => KeepAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
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

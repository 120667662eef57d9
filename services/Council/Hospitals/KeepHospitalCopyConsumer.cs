using Conference.Contracts.Hospitals;
using Conference.Council.Storage;
using MassTransit;

namespace Conference.Council.Hospitals;

internal sealed class KeepHospitalCopyConsumer(CouncilStore store) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    public Task Consume(ConsumeContext<HospitalChanged> context) => TakeAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
        foreach (var hospital in context.Message.Hospitals)
            await TakeAsync(hospital, context.CancellationToken);
    }

    public async Task TakeAsync(HospitalChanged message, CancellationToken cancellationToken)
    {
        if (await store.Hospitals.FindAsync([message.HospitalId], cancellationToken) is { } known)
            known.Take(message);
        else
            store.Add(KnownHospital.Of(message));
    }
}

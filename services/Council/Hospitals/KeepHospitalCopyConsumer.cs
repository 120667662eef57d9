using Conference.Contracts.Hospitals;
using Conference.Council.Feeds;
using Conference.Council.Storage;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Council.Hospitals;

internal sealed class KeepHospitalCopyConsumer(CouncilStore store, ServedFeeds feeds) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
{
    // The whole copy in turns: two lists, each locking its hospitals one by one, could wait for each other for ever.
    private const string Copy = "hospitals";

    public async Task Consume(ConsumeContext<HospitalChanged> context)
    {
        await store.OneAtATimeAsync(Copy, context.CancellationToken);
        await TakeAsync(context.Message, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<HospitalsListed> context)
    {
        await store.OneAtATimeAsync(Copy, context.CancellationToken);
        foreach (var hospital in context.Message.Hospitals)
            await TakeAsync(hospital, context.CancellationToken);
    }

    public async Task TakeAsync(HospitalChanged message, CancellationToken cancellationToken)
    {
        if (await store.Hospitals.FindAsync([message.HospitalId], cancellationToken) is { } known)
            known.Take(message);
        else
            store.Add(KnownHospital.Of(message));
        // A feed bears its hospital's name.
        store.AfterCommit(feeds.Forget);
    }
}

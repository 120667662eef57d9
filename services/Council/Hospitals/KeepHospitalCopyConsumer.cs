using Conference.Contracts.Hospitals;
using Conference.Council.Feeds;
using Conference.Council.Storage;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Hospitals;

internal sealed class KeepHospitalCopyConsumer(CouncilStore store, ServedFeeds feeds) : IConsumer<HospitalChanged>, IConsumer<HospitalsListed>
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
        {
            if (known.TryGetValue(changed.HospitalId, out var hospital))
                hospital.Take(changed);
            else
                known.Add(changed.HospitalId, store.Hospitals.Add(KnownHospital.Of(changed)).Entity);
        }

        // A feed bears its hospital's name.
        store.AfterCommit(feeds.Forget);
    }
}

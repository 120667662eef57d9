using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Booking.Network;

internal sealed class KeepClosuresConsumer(BookingStore store, BookingMemory memory, NetworkNews news) : IConsumer<SiteClosuresChanged>
{
    public async Task Consume(ConsumeContext<SiteClosuresChanged> context)
    {
        await store.OneAtATimeAsync($"closures {context.Message.SiteId}", context.CancellationToken);
        var changed = context.Message;
        store.AfterCommit(memory.Network.Forget);
        var known = await store.Closures.FindAsync([changed.SiteId], context.CancellationToken);
        if (known is null)
        {
            known = new KnownClosures { SiteId = changed.SiteId, Closures = changed.Closures, Weekly = changed.Weekly };
            store.Add(known);
        }
        else if (known.Version >= changed.Version)
        {
            return;
        }

        news.Of([changed.SiteId]);
        known.Version = changed.Version;
        known.Closures = changed.Closures;
        known.Weekly = changed.Weekly;
        known.ClosedOnHolidays = changed.ClosedOnHolidays;
    }
}

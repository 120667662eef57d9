using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using MassTransit;

namespace Conference.Booking.Network;

internal sealed class KeepConnectionTestConsumer(BookingStore store, BookingMemory memory) : IConsumer<ConnectionTestRecorded>
{
    public async Task Consume(ConsumeContext<ConnectionTestRecorded> context)
    {
        var test = context.Message;
        store.AfterCommit(memory.Network.Forget);
        var known = await store.Tests.FindAsync([test.SiteId], context.CancellationToken);
        if (known is null)
        {
            known = new KnownTest { SiteId = test.SiteId };
            store.Add(known);
        }
        else if (known.TestedAt >= test.TestedAt)
        {
            return;
        }

        known.TestedAt = test.TestedAt;
        known.ValidUntil = test.Passed ? test.ValidUntil : test.TestedAt;
    }
}

using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Network;

internal sealed class KeepConnectionTestConsumer(BookingStore store, BookingMemory memory, WaitingList waiting, IOptions<BookingOptions> options) : IConsumer<ConnectionTestRecorded>
{
    public async Task Consume(ConsumeContext<ConnectionTestRecorded> context)
    {
        await store.OneAtATimeAsync($"test {context.Message.SiteId}", context.CancellationToken);
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
        if (test.Passed && options.Value.ConnectionTest == ConnectionTestRule.Block)
            waiting.AnythingMayFit();
    }
}

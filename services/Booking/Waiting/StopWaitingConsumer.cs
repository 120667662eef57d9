using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Waiting;

internal sealed class StopWaitingConsumer(BookingStore store, WaitingList waiting) : IConsumer<StopWaiting>
{
    public async Task Consume(ConsumeContext<StopWaiting> context)
    {
        if (await store.Bookings.FindAsync([context.Message.ConferenceId], context.CancellationToken) is { } booking)
            await waiting.LeaveAsync(booking, context.Message.Revision, context.CancellationToken);
    }
}

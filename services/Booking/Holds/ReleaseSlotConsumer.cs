using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Holds;

internal sealed class ReleaseSlotConsumer(SlotDesk desk) : IConsumer<ReleaseSlot>
{
    public async Task Consume(ConsumeContext<ReleaseSlot> context)
    {
        if (await desk.ReleaseAsync(context.Message, context.CancellationToken) is { } answer)
            await context.Publish(answer, context.CancellationToken);
    }
}

using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Holds;

internal sealed class HoldSlotConsumer(SlotDesk desk) : IConsumer<HoldSlot>
{
    public async Task Consume(ConsumeContext<HoldSlot> context)
    {
        if (await desk.HoldAsync(context.Message, context.CancellationToken) is { } answer)
            await context.Publish(answer, context.CancellationToken);
    }
}

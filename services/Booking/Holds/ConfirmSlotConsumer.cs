using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Holds;

internal sealed class ConfirmSlotConsumer(SlotDesk desk) : IConsumer<ConfirmSlot>
{
    public async Task Consume(ConsumeContext<ConfirmSlot> context)
    {
        if (await desk.ConfirmAsync(context.Message, context.CancellationToken) is { } answer)
            await context.Publish(answer, context.CancellationToken);
    }
}

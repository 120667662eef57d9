using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Holds;

internal sealed class ReleaseSlotConsumer(SlotDesk desk) : IConsumer<ReleaseSlot>
{
    public Task Consume(ConsumeContext<ReleaseSlot> context) => desk.ReleaseAsync(context.Message, context.CancellationToken);
}

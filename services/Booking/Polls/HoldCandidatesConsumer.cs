using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Polls;

internal sealed class HoldCandidatesConsumer(PollDesk desk) : IConsumer<HoldCandidates>
{
    public async Task Consume(ConsumeContext<HoldCandidates> context)
    {
        if (await desk.HoldAsync(context.Message, context.CancellationToken) is { } answer)
            await context.Publish(answer, context.CancellationToken);
    }
}

using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Polls;

internal sealed class TakeCandidateConsumer(PollDesk desk) : IConsumer<TakeCandidate>
{
    public async Task Consume(ConsumeContext<TakeCandidate> context)
    {
        if (await desk.TakeAsync(context.Message, context.CancellationToken) is { } answer)
            await context.Publish(answer, context.CancellationToken);
    }
}

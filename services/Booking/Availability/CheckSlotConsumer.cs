using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Availability;

/// <summary>Looks whether a conference would fit at a time, as if it had no bookings of its own.</summary>
internal sealed class CheckSlotConsumer(SnapshotReader snapshots, SlotFinder finder) : IConsumer<CheckSlot>
{
    public async Task Consume(ConsumeContext<CheckSlot> context)
    {
        var question = context.Message;
        var found = await snapshots.AnswerAsync(
            question.Criteria, question.ConferenceId, network => finder.Find(question.Criteria, network, limit: 1), result => result.Suggestions.Count > 0, context.CancellationToken);
        await context.Publish(
            new SlotChecked
            {
                CheckId = question.CheckId,
                ConferenceId = question.ConferenceId,
                Possible = found.Suggestions.Count > 0,
                Remarks = found.Suggestions is [var best] ? [.. best.Warnings] : found.Explanation is { } why ? [why.Summary, .. why.Blocking] : [],
            },
            context.CancellationToken);
    }
}

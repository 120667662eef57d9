using Conference.Contracts.Booking;
using MassTransit;

namespace Conference.Booking.Availability;

/// <summary>Looks whether a conference would fit at a time, as if it had no bookings of its own.</summary>
internal sealed class CheckSlotConsumer(SnapshotReader snapshots, SlotFinder finder) : IConsumer<CheckSlot>
{
    public async Task Consume(ConsumeContext<CheckSlot> context)
    {
        var question = context.Message;
        var found = finder.Find(question.Criteria, await snapshots.ReadAsync(question.Criteria, question.ConferenceId, context.CancellationToken), limit: 1);
        // Memory may be a moment behind: it never says no.
        if (found.Suggestions.Count == 0)
            found = finder.Find(question.Criteria, await snapshots.ReadStoreAsync(question.Criteria, question.ConferenceId, context.CancellationToken), limit: 1);
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

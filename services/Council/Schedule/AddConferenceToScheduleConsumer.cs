using Conference.Contracts.Requests;
using Conference.Council.Feeds;
using Conference.Council.Storage;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Schedule;

internal sealed class AddConferenceToScheduleConsumer(CouncilStore store, ServedFeeds feeds) : IConsumer<ConferenceChanged>
{
    public Task Consume(ConsumeContext<ConferenceChanged> context) => TakeAsync(context.Message, context.CancellationToken);

    public async Task TakeAsync(ConferenceChanged message, CancellationToken cancellationToken)
    {
        // A conference changes several times a second as it is placed, and each change is a message.
        await store.OneAtATimeAsync($"conference {message.ConferenceId}", cancellationToken);
        var known = await store.Conferences
            .Include(conference => conference.Hospitals)
            .SingleOrDefaultAsync(conference => conference.ConferenceId == message.ConferenceId, cancellationToken);
        if (known is null)
            store.Add(ScheduledConference.Of(message));
        else
            known.Take(message);
        store.AfterCommit(feeds.Forget);
    }
}

using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Polls;

internal sealed class DropCandidateConsumer(InvitationsStore store) : IConsumer<DropCandidate>
{
    public async Task Consume(ConsumeContext<DropCandidate> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        // Nothing orders it after its poll: until that has come the bus brings it again. One overtaken before it was asked is announced all the same.
        var poll = await store.Polls.FindAsync([message.ConferenceId], cancellationToken);
        if (poll?.Revision == message.Revision)
            poll.Drop(message.Start);
        else if ((poll is null || poll.Revision < message.Revision) && await store.Announcements.FindAsync([message.ConferenceId, message.Revision], cancellationToken) is null)
            throw new InvalidOperationException($"Poll {message.Revision} of conference {message.ConferenceId}, of which a candidate is dropped, has not come yet.");
    }
}

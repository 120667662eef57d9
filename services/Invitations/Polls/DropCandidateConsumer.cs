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
        if (await store.Polls.FindAsync([message.ConferenceId], cancellationToken) is { } poll && poll.Revision == message.Revision)
            poll.Drop(message.Start);
    }
}

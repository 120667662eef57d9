using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Ledger;

/// <summary>A confirmation that comes before its invitation is remembered: the invitation then says that the time stands.</summary>
internal sealed class AnnounceConfirmationConsumer(InvitationsStore store, ConferenceLedger ledger) : IConsumer<AnnounceConfirmation>
{
    public async Task Consume(ConsumeContext<AnnounceConfirmation> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        var conference = await store.ConferenceAsync(message.ConferenceId, cancellationToken);
        conference.Confirm(message.Revision);
        if (conference.IsLive && conference.Confirmed)
            await ledger.TellAsync(conference, null, cancellationToken);
    }
}

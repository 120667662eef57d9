using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Ledger;

internal sealed class WithdrawInvitationsConsumer(InvitationsStore store, ConferenceLedger ledger, PollEnd polls) : IConsumer<WithdrawInvitations>
{
    public async Task Consume(ConsumeContext<WithdrawInvitations> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        var conference = await store.ConferenceAsync(message.ConferenceId, cancellationToken);
        if (message.Revision <= conference.Revision)
            return;

        conference.Withdraw(message.Revision);
        await ProposalDesk.SettleAsync(store, conference, cancellationToken);
        await polls.WithoutTimeAsync(message, cancellationToken);
        if (conference.Brief is not null)
            await ledger.WithdrawAsync(conference, message.TimeOnly ? Ending.TimeOff : Ending.Cancelled, cancellationToken);
    }
}

using Conference.Contracts.Booking;
using Conference.Invitations.Storage;
using MassTransit;

namespace Conference.Invitations.Inbound.Proposals;

internal sealed class TakeSlotCheckConsumer(InvitationsStore store) : IConsumer<SlotChecked>
{
    public async Task Consume(ConsumeContext<SlotChecked> context)
    {
        await store.LockConferenceAsync(context.Message.ConferenceId, context.CancellationToken);
        if (await store.Proposals.FindAsync([context.Message.CheckId], context.CancellationToken) is { } proposal)
            (proposal.Possible, proposal.Remarks) = (context.Message.Possible, context.Message.Remarks);
    }
}

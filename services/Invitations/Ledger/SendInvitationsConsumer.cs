using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Ledger;

internal sealed class SendInvitationsConsumer(InvitationsStore store, ConferenceLedger ledger, PollEnd polls) : IConsumer<SendInvitations>
{
    public async Task Consume(ConsumeContext<SendInvitations> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        var announcement = await store.Announcements.FindAsync([message.ConferenceId, message.Revision], cancellationToken)
            ?? store.Announcements.Add(await AnnounceAsync(message, cancellationToken)).Entity;
        await context.Publish(announcement.ToMessage(), cancellationToken);
    }

    private async Task<Announcement> AnnounceAsync(SendInvitations message, CancellationToken cancellationToken)
    {
        var conference = await store.ConferenceAsync(message.ConferenceId, cancellationToken);
        var telling = new Telling(0, []);
        if (message.Revision > conference.Revision)
        {
            conference.Announce(message);
            await polls.ByTimeAsync(message, cancellationToken);
            await InviteAsync(message, cancellationToken);
            await ProposalDesk.SettleAsync(store, conference, cancellationToken);
            telling = await ledger.TellAsync(conference, null, cancellationToken);
        }

        return new Announcement { ConferenceId = message.ConferenceId, Revision = message.Revision, Mails = telling.Mails, WithoutContact = telling.WithoutContact };
    }

    private async Task InviteAsync(SendInvitations message, CancellationToken cancellationToken)
    {
        await store.Invited.Where(party => party.ConferenceId == message.ConferenceId).ExecuteDeleteAsync(cancellationToken);
        store.Invited.AddRange(message.Hospitals.DistinctBy(hospital => hospital.HospitalId).Select(hospital => new InvitedParty
        {
            ConferenceId = message.ConferenceId,
            HospitalId = hospital.HospitalId,
            Required = hospital.Required,
            Role = hospital.Role,
        }));

        // The ledger reads what stands in the store.
        await store.SaveChangesAsync(cancellationToken);
    }
}

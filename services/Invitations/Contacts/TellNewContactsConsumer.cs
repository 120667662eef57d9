using Conference.Contracts.Hospitals;
using Conference.Invitations.Ledger;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Contacts;

/// <summary>
/// Keeps the contacts, and tells those who were added, or whose address was corrected, of the conferences that are
/// still to come.
/// </summary>
internal sealed class TellNewContactsConsumer(InvitationsStore store, ConferenceLedger ledger, PollLedger polls, TimeProvider time) : IConsumer<HospitalContactsChanged>, IConsumer<ContactsListed>
{
    public async Task Consume(ConsumeContext<HospitalContactsChanged> context)
    {
        await store.LockContactsAsync(context.CancellationToken);
        await TakeAsync(context.Message, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<ContactsListed> context)
    {
        await store.LockContactsAsync(context.CancellationToken);
        foreach (var contacts in context.Message.Contacts)
            await TakeAsync(contacts, context.CancellationToken);
    }

    private async Task TakeAsync(HospitalContactsChanged message, CancellationToken cancellationToken)
    {
        var known = await store.Contacts.FindAsync([message.HospitalId], cancellationToken)
            ?? store.Contacts.Add(new KnownContacts { HospitalId = message.HospitalId }).Entity;
        if (!known.Take(message))
            return;

        // The ledger reads what stands in the store.
        await store.SaveChangesAsync(cancellationToken);
        var now = time.GetUtcNow();
        var live = await store.Conferences
            .Where(conference => !conference.Cancelled && conference.Start > now
                && store.Invited.Any(party => party.ConferenceId == conference.ConferenceId && party.HospitalId == message.HospitalId))
            .ToListAsync(cancellationToken);
        foreach (var conference in live)
            await ledger.TellAsync(conference, [message.HospitalId], cancellationToken);
        foreach (var poll in (await store.Polls.Where(poll => !poll.Ended).ToListAsync(cancellationToken)).Where(poll => poll.IsOpen(now) && poll.Asked.Contains(message.HospitalId)))
            await polls.AskAsync(poll, [message.HospitalId], cancellationToken);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Contacts;

/// <summary>
/// Keeps the contacts, and tells those who were added, or whose address was corrected, of the conferences that are
/// still to come.
/// </summary>
internal sealed class TellNewContactsConsumer(InvitationsStore store, ConferenceLedger ledger, TimeProvider time) : IConsumer<HospitalContactsChanged>
{
    public async Task Consume(ConsumeContext<HospitalContactsChanged> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockContactsAsync(cancellationToken);
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
    }
}

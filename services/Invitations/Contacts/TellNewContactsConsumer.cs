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
    public Task Consume(ConsumeContext<HospitalContactsChanged> context) => TakeAsync([context.Message], context.CancellationToken);

    public Task Consume(ConsumeContext<ContactsListed> context) => TakeAsync(context.Message.Contacts, context.CancellationToken);

    private async Task TakeAsync(IReadOnlyList<HospitalContactsChanged> changes, CancellationToken cancellationToken)
    {
        await store.LockContactsAsync(cancellationToken);
        if (await KeepAsync(changes, cancellationToken) is not { Count: > 0 } hospitals)
            return;
        // The ledger reads what stands in the store.
        await store.SaveChangesAsync(cancellationToken);
        var now = time.GetUtcNow();
        var invited = (await store.Invited.AsNoTracking()
            .Where(party => hospitals.Contains(party.HospitalId)
                && store.Conferences.Any(conference => conference.ConferenceId == party.ConferenceId && !conference.Cancelled && conference.Start > now))
            .ToListAsync(cancellationToken)).ToLookup(party => party.ConferenceId, party => party.HospitalId);
        var ids = invited.Select(conference => conference.Key).ToList();
        var live = await store.Conferences.Where(conference => ids.Contains(conference.ConferenceId)).ToListAsync(cancellationToken);
        var open = (await store.Polls.Where(poll => !poll.Ended).ToListAsync(cancellationToken)).FindAll(poll => poll.IsOpen(now) && poll.Asked.Intersect(hospitals).Any());

        // All at once, in the order of all: conference by conference, a dispatcher could be met crosswise.
        await store.HoldWaitingMailsAsync([.. ids, .. open.Select(poll => poll.ConferenceId)], cancellationToken);
        foreach (var conference in live)
            await ledger.TellAsync(conference, [.. invited[conference.ConferenceId]], cancellationToken);
        foreach (var poll in open)
            await polls.AskAsync(poll, [.. poll.Asked.Intersect(hospitals)], cancellationToken);
    }

    /// <summary>The hospitals of which this was news.</summary>
    private async Task<List<string>> KeepAsync(IReadOnlyList<HospitalContactsChanged> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(changed => changed.HospitalId).ToList();
        var known = await store.Contacts.Where(contacts => ids.Contains(contacts.HospitalId)).ToDictionaryAsync(contacts => contacts.HospitalId, cancellationToken);
        var hospitals = new List<string>();
        foreach (var changed in changes)
        {
            if (!known.TryGetValue(changed.HospitalId, out var contacts))
                known.Add(changed.HospitalId, contacts = store.Contacts.Add(new KnownContacts { HospitalId = changed.HospitalId }).Entity);
            if (contacts.Take(changed))
                hospitals.Add(changed.HospitalId);
        }

        return hospitals;
    }
}

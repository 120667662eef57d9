using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound;

/// <summary>
/// Who is believed: a mail that is proven to be from where it says (it came to the contact's own address with its token, or
/// a server that we trust says so), by somebody who answers for the contact.
/// </summary>
internal sealed class Belief(InvitationsStore store)
{
    /// <summary>Null when it is believed; else why not.</summary>
    public async Task<string?> DoubtAsync(ReadMail mail, Correspondent from, CancellationToken cancellationToken)
    {
        if (from.Contact is not { } contact)
            return "stranger";
        var who = new[] { mail.Sender }.Concat(mail.Replies.Select(reply => reply.Attendee)).OfType<string>().Distinct().ToList();
        var known = await store.KnownSenders.AsNoTracking()
            .Where(sender => who.Contains(sender.Address) && sender.HospitalId == contact.HospitalId
                && (sender.ConferenceId == Guid.Empty || sender.ConferenceId == from.Conference.ConferenceId))
            .ToListAsync(cancellationToken);
        if (known.Exists(sender => !sender.Believed && !from.IsAt(sender.Address)))
            return NotBelieved;
        if (mail.Verdict == SenderVerdict.Failed)
            return "not_authentic";
        if (!from.ByToken && mail.Verdict != SenderVerdict.Passed)
            return "not_proven";
        bool Known(string address) => from.IsAt(address) || known.Exists(sender => sender.Believed && sender.Address == address);
        // A server proves the domain in From and nothing else: whose answer the calendar says it is, anybody can write.
        if (!from.ByToken && !Known(mail.Sender))
            return "stranger";
        return AnswersFor(mail, who, Known) ? null : "stranger";
    }

    /// <summary>A person decided that this sender does not count.</summary>
    public const string NotBelieved = "sender_dismissed";

    // A calendar says itself whose answer it is: the desk's, sent from whoever sits there. A plain reply is its sender's.
    private static bool AnswersFor(ReadMail mail, IReadOnlyList<string> who, Func<string, bool> known)
    {
        var attendees = mail.Replies.Select(reply => reply.Attendee).OfType<string>().ToList();
        return attendees.Count > 0 ? attendees.TrueForAll(attendee => known(attendee)) : who.Any(known);
    }
}

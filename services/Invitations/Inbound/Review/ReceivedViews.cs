using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

internal sealed class ReceivedViews(InvitationsStore store)
{
    public async Task<List<ReceivedMailView>> OfAsync(IReadOnlyList<ReceivedMail> mails, Caller caller, CancellationToken cancellationToken)
    {
        var conferences = mails.Select(mail => mail.ConferenceId).OfType<Guid>().Distinct().ToList();
        var contacts = mails.Select(mail => mail.ContactId).OfType<Guid>().Distinct().ToList();
        var numbers = await NumbersAsync(conferences, cancellationToken);
        var addresses = (await store.Mails.Where(mail => contacts.Contains(mail.ContactId) && conferences.Contains(mail.ConferenceId))
            .Select(mail => new { mail.ContactId, mail.Address }).Distinct().ToListAsync(cancellationToken)).ToLookup(mail => mail.ContactId, mail => mail.Address);
        return [.. mails.Select(mail => View(
            mail,
            mail.ConferenceId is { } conference ? numbers.GetValueOrDefault(conference) : null,
            mail.ContactId is { } contact && mail.HospitalId is { } hospital && caller.May(Permission.ReadContacts, hospital) ? addresses[contact].FirstOrDefault() : null))];
    }

    private async Task<Dictionary<Guid, string>> NumbersAsync(List<Guid> conferences, CancellationToken cancellationToken)
    {
        var told = (await store.Conferences.AsNoTracking().Where(row => conferences.Contains(row.ConferenceId)).ToListAsync(cancellationToken)).Select(row => (row.ConferenceId, row.Brief?.Number));
        var polled = (await store.Polls.AsNoTracking().Where(row => conferences.Contains(row.ConferenceId)).ToListAsync(cancellationToken)).Select(row => (row.ConferenceId, row.Brief?.Number));
        return told.Concat(polled).Where(row => row.Number is not null).DistinctBy(row => row.ConferenceId).ToDictionary(row => row.ConferenceId, row => row.Number!);
    }

    private static ReceivedMailView View(ReceivedMail mail, string? number, string? address) => new()
    {
        ReceivedMailId = mail.ReceivedMailId,
        ReceivedAt = mail.ReceivedAt,
        Sender = mail.Sender,
        Attendee = mail.Attendee,
        Subject = mail.Subject,
        Excerpt = mail.Excerpt,
        Outcome = mail.Outcome,
        Why = ReceivedWords.Of(mail.Reason),
        ConferenceId = mail.ConferenceId,
        Number = number,
        HospitalId = mail.HospitalId,
        ContactAddress = address,
        Answer = mail.Answer,
        ProposedStart = mail.ProposedStart,
        ProposedEnd = mail.ProposedEnd,
    };
}

internal static class ReceivedMailScope
{
    /// <summary>Mails of one's own hospitals; those that nobody can place are for who sees all.</summary>
    public static IQueryable<ReceivedMail> Within(this IQueryable<ReceivedMail> mails, Scope scope)
    {
        var prefix = scope.HospitalIdPrefix;
        return scope switch
        {
            { IsNation: true } => mails,
            { Kind: "hospital" } => mails.Where(mail => mail.HospitalId == prefix),
            _ => mails.Where(mail => mail.HospitalId != null && mail.HospitalId.StartsWith(prefix)),
        };
    }

    /// <summary>What is remembered of those who answer for one's own hospitals.</summary>
    public static IQueryable<KnownSender> Within(this IQueryable<KnownSender> senders, Scope scope)
    {
        var prefix = scope.HospitalIdPrefix;
        return scope switch
        {
            { IsNation: true } => senders,
            { Kind: "hospital" } => senders.Where(sender => sender.HospitalId == prefix),
            _ => senders.Where(sender => sender.HospitalId.StartsWith(prefix)),
        };
    }
}

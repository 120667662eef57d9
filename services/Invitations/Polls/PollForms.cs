using System.Globalization;
using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

/// <summary>What the link of a poll shows: the candidates as they stand now, for the hospital of the contact whose link it is.</summary>
internal sealed class PollForms(InvitationsStore store, TimeProvider time)
{
    public async Task<PolledHospital?> FindAsync(AnswerToken token, CancellationToken cancellationToken)
    {
        var poll = await store.Polls.AsNoTracking().SingleOrDefaultAsync(row => row.ConferenceId == token.ConferenceId, cancellationToken);
        var hospitalId = await store.Mails
            .Where(mail => mail.ConferenceId == token.ConferenceId && mail.ContactId == token.ContactId && mail.Kind == MailKind.Poll)
            .Select(mail => mail.HospitalId).FirstOrDefaultAsync(cancellationToken);
        return poll?.Brief is null || hospitalId is null ? null : new PolledHospital(poll, token.ContactId, hospitalId);
    }

    public async Task<PollForm> FormAsync(PolledHospital asked, CancellationToken cancellationToken)
    {
        var (poll, brief) = (asked.Poll, asked.Poll.Brief!);
        var standing = await store.StandingVotes.AsNoTracking().SingleOrDefaultAsync(
            vote => vote.ConferenceId == poll.ConferenceId && vote.HospitalId == asked.HospitalId, cancellationToken);
        var candidates = poll.CandidatesOf(asked.HospitalId);
        var invited = poll.DecidedRevision is not null
            && await store.Invited.AnyAsync(party => party.ConferenceId == poll.ConferenceId && party.HospitalId == asked.HospitalId, cancellationToken);
        return new PollForm
        {
            Number = brief.Number,
            Kind = brief.Kind,
            HostName = await NameAsync(brief.HostHospitalId, cancellationToken),
            HospitalName = await NameAsync(asked.HospitalId, cancellationToken),
            CaseCount = brief.CaseCount,
            Revision = poll.Revision,
            Deadline = brief.Deadline,
            Open = poll.IsOpen(time.GetUtcNow()) && asked.IsAsked,
            Decided = invited,
            // Who else has no place then is nobody's business here.
            Candidates = [.. candidates.Select(candidate => candidate with { LeftOut = [] })],
            Professions = brief.Professions,
            Marks = [.. (standing?.Marks ?? []).Where(mark => candidates.Any(candidate => candidate.Start == mark.Start))],
            Brings = standing?.Professions ?? [],
        };
    }

    private async Task<string> NameAsync(string hospitalId, CancellationToken cancellationToken)
    {
        var hospital = await store.Hospitals.AsNoTracking().SingleOrDefaultAsync(row => row.HospitalId == hospitalId, cancellationToken);
        return hospital?.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) is { Length: > 0 } name ? name : hospitalId;
    }
}

/// <summary>Whom a link asks about which candidates.</summary>
internal sealed record PolledHospital(AnnouncedPoll Poll, Guid ContactId, string HospitalId) : ILinkedHospital
{
    public bool IsAsked => Poll.Asked.Contains(HospitalId);
}

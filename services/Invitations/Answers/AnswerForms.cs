using System.Globalization;
using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Ledger;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Answers;

/// <summary>What a link shows: the conference as it stands now, for the hospital of the contact whose link it is.</summary>
internal sealed class AnswerForms(InvitationsStore store, IOptions<PortalAddress> portal)
{
    public async Task<AskedHospital?> FindAsync(AnswerToken token, CancellationToken cancellationToken)
    {
        var conference = await store.Conferences.AsNoTracking().SingleOrDefaultAsync(row => row.ConferenceId == token.ConferenceId, cancellationToken);
        var mails = await store.Mails
            .Where(mail => mail.ConferenceId == token.ConferenceId && mail.ContactId == token.ContactId)
            .Select(MailTrace.Projection)
            .ToListAsync(cancellationToken);
        if (conference?.Brief is null || mails.Count == 0)
            return null;

        var hospitalId = mails[0].HospitalId;
        var asked = conference.IsLive
            && MailThread.Of(mails).Exists(thread => !thread.IsCancelled)
            && await store.Invited.AnyAsync(party => party.ConferenceId == token.ConferenceId && party.HospitalId == hospitalId, cancellationToken);
        return new AskedHospital(conference, token.ContactId, hospitalId, asked);
    }

    public async Task<AnswerForm> FormAsync(AskedHospital asked, CancellationToken cancellationToken)
    {
        var (conference, brief) = (asked.Conference, asked.Conference.Brief!);
        var standing = await store.StandingAnswers.AsNoTracking().SingleOrDefaultAsync(
            answer => answer.ConferenceId == conference.ConferenceId && answer.HospitalId == asked.HospitalId && answer.Revision == conference.Revision,
            cancellationToken);
        var proposal = await store.Proposals.AsNoTracking().Where(row => row.ConferenceId == conference.ConferenceId && row.HospitalId == asked.HospitalId && row.State == ProposalState.Open)
            .OrderByDescending(row => row.ProposedAt).FirstOrDefaultAsync(cancellationToken);
        return new AnswerForm
        {
            Number = brief.Number,
            Kind = brief.Kind,
            HostName = await NameAsync(brief.HostHospitalId, cancellationToken),
            HospitalName = await NameAsync(asked.HospitalId, cancellationToken),
            Start = brief.Start,
            End = brief.End,
            Revision = conference.Revision,
            CaseCount = brief.CaseCount,
            ReplyBy = brief.ReplyBy,
            Cancelled = !asked.Asked,
            Confirmed = conference.Confirmed,
            Answer = standing?.Answer,
            ProposedStart = proposal?.Start,
            ProposedEnd = proposal?.End,
            RemindersOff = await store.QuietContacts.AnyAsync(contact => contact.ContactId == asked.ContactId, cancellationToken),
            JoinUrl = asked.Asked && standing?.Answer == Answer.Accepted ? portal.Value.OfConference(conference.ConferenceId) : null,
        };
    }

    private async Task<string> NameAsync(string hospitalId, CancellationToken cancellationToken)
    {
        var hospital = await store.Hospitals.AsNoTracking().SingleOrDefaultAsync(row => row.HospitalId == hospitalId, cancellationToken);
        return hospital?.NameIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) is { Length: > 0 } name ? name : hospitalId;
    }
}

/// <summary>Whom a link asks, and whether there is still anything to answer.</summary>
internal sealed record AskedHospital(AnnouncedConference Conference, Guid ContactId, string HospitalId, bool Asked) : ILinkedHospital;

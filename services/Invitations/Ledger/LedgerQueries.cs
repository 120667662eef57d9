using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Ledger;

internal static class LedgerQueries
{
    /// <summary>The conference, begun when this is the first that is heard of it.</summary>
    public static async Task<AnnouncedConference> ConferenceAsync(this InvitationsStore store, Guid conferenceId, CancellationToken cancellationToken) =>
        await store.Conferences.FindAsync([conferenceId], cancellationToken)
            ?? store.Conferences.Add(new AnnouncedConference { ConferenceId = conferenceId }).Entity;

    /// <summary>
    /// Hospitals that have answered what stands now: whatever became of our mails, they have seen it. A mark in a poll counts as
    /// an answer too, but was made before anybody knew which time it would be.
    /// </summary>
    public static async Task<HashSet<string>> AwareByAnswerAsync(this InvitationsStore store, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        if (!conference.IsLive)
            return [];
        var answered = store.StandingAnswers
            .Where(answer => answer.ConferenceId == conference.ConferenceId && answer.Revision == conference.Revision)
            .Where(answer => !store.StandingVotes.Any(vote => vote.ConferenceId == answer.ConferenceId && vote.HospitalId == answer.HospitalId && vote.VotedAt == answer.AnsweredAt));
        return [.. await answered.Select(answer => answer.HospitalId).ToListAsync(cancellationToken)];
    }

    /// <summary>The conference, when it has been announced and concerns a hospital of the caller; else null.</summary>
    public static async Task<AnnouncedConference?> VisibleConferenceAsync(this InvitationsStore store, Guid conferenceId, Caller caller, CancellationToken cancellationToken)
    {
        var conference = await store.Conferences.AsNoTracking().SingleOrDefaultAsync(conference => conference.ConferenceId == conferenceId, cancellationToken);
        if (conference?.Brief is not { } brief)
            return null;
        var concerned = await store.Invited.Where(party => party.ConferenceId == conferenceId).Select(party => party.HospitalId)
            .Union(store.Mails.Where(mail => mail.ConferenceId == conferenceId).Select(mail => mail.HospitalId))
            .ToListAsync(cancellationToken);
        return caller.MaySee(concerned.Append(brief.HostHospitalId)) ? conference : null;
    }
}

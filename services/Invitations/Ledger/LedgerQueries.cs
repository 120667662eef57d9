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

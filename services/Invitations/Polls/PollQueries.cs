using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

internal static class PollQueries
{
    /// <summary>The hospitals' answers to a time that a poll has led to; null for a time that was found otherwise.</summary>
    public static async Task<IReadOnlyDictionary<string, Answer>?> MarksThatCountAsync(this InvitationsStore store, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        if (!await store.Polls.AnyAsync(poll => poll.ConferenceId == conference.ConferenceId && poll.DecidedRevision == conference.Revision, cancellationToken))
            return null;
        return await store.StandingAnswers.AsNoTracking()
            .Where(answer => answer.ConferenceId == conference.ConferenceId && answer.Revision == conference.Revision)
            .ToDictionaryAsync(answer => answer.HospitalId, answer => answer.Answer, cancellationToken);
    }
}

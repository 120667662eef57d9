using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

internal static class PollQueries
{
    /// <summary>Whether a poll has led to the time of a conference.</summary>
    public static Task<bool> IsFromPollAsync(this InvitationsStore store, AnnouncedConference conference, CancellationToken cancellationToken) =>
        store.Polls.AnyAsync(poll => poll.ConferenceId == conference.ConferenceId && poll.DecidedRevision == conference.Revision, cancellationToken);

    /// <summary>Whether a poll is on, so that there is no time yet, or no longer one, to answer.</summary>
    public static async Task<bool> IsPolledAsync(this InvitationsStore store, AnnouncedConference conference, CancellationToken cancellationToken) =>
        !conference.IsLive && await store.Polls.AnyAsync(poll => poll.ConferenceId == conference.ConferenceId && poll.Brief != null && !poll.Ended, cancellationToken);
}

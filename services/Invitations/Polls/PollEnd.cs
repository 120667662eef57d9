using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;

namespace Conference.Invitations.Polls;

/// <summary>Ends the poll of a conference when a time is told, or when there will be none. Runs within the consumer's transaction.</summary>
internal sealed class PollEnd(InvitationsStore store, PollLedger ledger, VoteMerge votes, AnswerMerge answers, TimeProvider time)
{
    /// <summary>A time is told: marks at it count as answers, and who has no part in it need not keep the others free.</summary>
    public async Task ByTimeAsync(SendInvitations message, CancellationToken cancellationToken)
    {
        if (await OpenPollAsync(message.ConferenceId, message.Revision, cancellationToken) is not { } poll)
            return;
        var decided = message.PollRevision == poll.Revision;
        poll.End(decided ? message.Revision : null);
        if (decided)
            await votes.CountAsync(message, answers, time.GetUtcNow(), cancellationToken);
        await ledger.EndAsync(poll, PollEnding.NotInvited, message.Revision, [.. message.Hospitals.Select(hospital => hospital.HospitalId)], cancellationToken);
    }

    public async Task WithoutTimeAsync(WithdrawInvitations message, CancellationToken cancellationToken)
    {
        if (await OpenPollAsync(message.ConferenceId, message.Revision, cancellationToken) is not { } poll)
            return;
        poll.End();
        await ledger.EndAsync(poll, message.TimeOnly ? PollEnding.GivenUp : PollEnding.Cancelled, message.Revision, [], cancellationToken);
    }

    private async Task<AnnouncedPoll?> OpenPollAsync(Guid conferenceId, int before, CancellationToken cancellationToken) =>
        await store.Polls.FindAsync([conferenceId], cancellationToken) is { Ended: false, Brief: not null } poll && poll.Revision < before ? poll : null;
}

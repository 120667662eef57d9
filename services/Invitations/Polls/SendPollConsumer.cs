using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

internal sealed class SendPollConsumer(InvitationsStore store, ConferenceLedger ledger, PollLedger polls) : IConsumer<SendPoll>
{
    public async Task Consume(ConsumeContext<SendPoll> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        var announcement = await store.Announcements.FindAsync([message.ConferenceId, message.Revision], cancellationToken)
            ?? store.Announcements.Add(await AskAsync(message, cancellationToken)).Entity;
        await context.Publish(announcement.ToPollMessage(), cancellationToken);
    }

    private async Task<Announcement> AskAsync(SendPoll message, CancellationToken cancellationToken)
    {
        var conference = await store.ConferenceAsync(message.ConferenceId, cancellationToken);
        var poll = await store.Polls.FindAsync([message.ConferenceId], cancellationToken)
            ?? store.Polls.Add(new AnnouncedPoll { ConferenceId = message.ConferenceId }).Entity;
        var telling = new Telling(0, []);
        if (message.Revision > conference.Revision && message.Revision > poll.Revision)
        {
            await TakeBackTimeAsync(conference, message.Revision, cancellationToken);
            await KeepMarksAsync(poll, message, cancellationToken);
            poll.Announce(message);
            telling = await polls.AskAsync(poll, null, cancellationToken);
        }

        return new Announcement { ConferenceId = message.ConferenceId, Revision = message.Revision, Mails = telling.Mails, WithoutContact = telling.WithoutContact };
    }

    // A mark stands for as long as the same time is asked about.
    private async Task KeepMarksAsync(AnnouncedPoll old, SendPoll message, CancellationToken cancellationToken)
    {
        var same = message.Brief.Candidates
            .Where(candidate => old.Brief?.Candidates.Any(before => before.Start == candidate.Start && before.End == candidate.End) == true)
            .Select(candidate => candidate.Start).ToHashSet();
        foreach (var vote in await store.StandingVotes.Where(vote => vote.ConferenceId == message.ConferenceId).ToListAsync(cancellationToken))
            vote.Keep(same);
    }

    // Where a time was told before, the poll is in its place.
    private async Task TakeBackTimeAsync(AnnouncedConference conference, int revision, CancellationToken cancellationToken)
    {
        if (!conference.IsLive)
            return;
        conference.Withdraw(revision);
        await ledger.WithdrawAsync(conference, Ending.TimeOff, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
    }
}

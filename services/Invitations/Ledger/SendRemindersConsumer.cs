using Conference.Contracts.Invitations;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Ledger;

internal sealed class SendRemindersConsumer(InvitationsStore store, ConferenceLedger ledger, PollLedger polls, TimeProvider time) : IConsumer<SendReminders>
{
    public async Task Consume(ConsumeContext<SendReminders> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        await store.LockConferenceAsync(message.ConferenceId, cancellationToken);
        if (message.Purpose == ReminderPurpose.PollChaser)
        {
            await ChasePollAsync(message, cancellationToken);
            return;
        }

        var conference = await store.Conferences.FindAsync([message.ConferenceId], cancellationToken);
        if (conference is not { IsLive: true } || conference.Revision != message.Revision || conference.Start <= time.GetUtcNow())
            return;

        await ledger.RemindAsync(conference, await HospitalsAsync(message, cancellationToken), message, cancellationToken);
    }

    private async Task ChasePollAsync(SendReminders message, CancellationToken cancellationToken)
    {
        if (await store.Polls.FindAsync([message.ConferenceId], cancellationToken) is { } poll && poll.Revision == message.Revision && poll.IsOpen(time.GetUtcNow()))
            await polls.ChaseAsync(poll, message.Lead, cancellationToken);
    }

    private async Task<List<string>> HospitalsAsync(SendReminders message, CancellationToken cancellationToken)
    {
        var answers = await store.StandingAnswers.AsNoTracking()
            .Where(answer => answer.ConferenceId == message.ConferenceId && answer.Revision == message.Revision)
            .ToDictionaryAsync(answer => answer.HospitalId, answer => answer.Answer, cancellationToken);
        var invited = await store.Invited.Where(party => party.ConferenceId == message.ConferenceId).Select(party => party.HospitalId).ToListAsync(cancellationToken);
        return [.. invited.Where(hospital => message.Purpose == ReminderPurpose.Chaser
            ? !answers.ContainsKey(hospital)
            : answers.GetValueOrDefault(hospital, Answer.Tentative) != Answer.Declined)];
    }
}

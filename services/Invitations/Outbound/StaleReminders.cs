using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Reminders that have waited too long, for a mail server that was away: the conference has begun, or the hospital has
/// said meanwhile what it is asked.
/// </summary>
internal static class StaleReminders
{
    public static async Task<List<Guid>> AmongAsync(InvitationsStore store, IReadOnlyList<Mail> mails, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Mail> reminders = [.. mails.Where(mail => mail.Kind is MailKind.Reminder or MailKind.Chaser or MailKind.PollChaser)];
        if (reminders.Count == 0)
            return [];
        var conferences = reminders.Select(mail => mail.ConferenceId).Distinct().ToList();
        var answers = await store.StandingAnswers.AsNoTracking().Where(answer => conferences.Contains(answer.ConferenceId))
            .ToDictionaryAsync(answer => (answer.ConferenceId, answer.HospitalId, answer.Revision), answer => answer.Answer, cancellationToken);
        var votes = (await store.StandingVotes.AsNoTracking().Where(vote => conferences.Contains(vote.ConferenceId))
            .Select(vote => new { vote.ConferenceId, vote.HospitalId, vote.Revision }).ToListAsync(cancellationToken))
            .Select(vote => (vote.ConferenceId, vote.HospitalId, vote.Revision)).ToHashSet();
        return [.. reminders.Where(IsStale).Select(mail => mail.MailId)];

        bool IsStale(Mail mail)
        {
            var asked = (mail.ConferenceId, mail.HospitalId, mail.Revision);
            return mail.Kind switch
            {
                MailKind.PollChaser => mail.Content.Brief.ReplyBy <= now || votes.Contains(asked),
                MailKind.Chaser => mail.Start <= now || answers.ContainsKey(asked),
                _ => mail.Start <= now || (answers.TryGetValue(asked, out var answer) && answer == Answer.Declined),
            };
        }
    }
}

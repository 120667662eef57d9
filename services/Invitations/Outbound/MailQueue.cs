using System.Linq.Expressions;
using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>The mails that wait, as the dispatchers share them: each takes some in hand for a while.</summary>
internal sealed class MailQueue(IServiceScopeFactory scopes, IOptions<TransportOptions> options, TimeProvider time)
{
    // Longer than anybody leaves a mail: whoever wrote so had a clock that was ahead.
    private static readonly TimeSpan Unbelievable = TimeSpan.FromMinutes(1);

    // Also those that were superseded while in hand: what took their place shall not overtake them.
    private static readonly Expression<Func<Mail, bool>> NotSettled = mail => mail.State == MailState.Queued || mail.State == MailState.Superseded;

    /// <summary>For how long a claim holds that is not renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Takes the oldest mails that are due in hand, and puts away those that would come too late.</summary>
    public Task<List<Mail>> ClaimAsync(int atMost, CancellationToken cancellationToken) => InTransactionAsync(
        async store =>
        {
            var now = time.GetUtcNow();
            var mails = await Due(store, now, atMost).AsNoTracking().ToListAsync(cancellationToken);
            if (await StaleReminders.AmongAsync(store, mails, now, cancellationToken) is { Count: > 0 } stale)
            {
                await store.Mails.Where(mail => stale.Contains(mail.MailId))
                    .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Superseded), cancellationToken);
                mails.RemoveAll(mail => stale.Contains(mail.MailId));
            }

            if (mails.Count > 0)
            {
                var ids = mails.ConvertAll(mail => mail.MailId);
                await store.Mails.Where(mail => ids.Contains(mail.MailId))
                    .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ClaimedUntil, now + Lease), cancellationToken);
            }

            return mails;
        },
        cancellationToken);

    /// <summary>Keeps mails that are still in hand.</summary>
    /// <returns>How many are.</returns>
    public Task<int> RenewAsync(IReadOnlyList<Mail> mails, CancellationToken cancellationToken) => HoldingAsync(
        [.. mails.Select(mail => mail.MailId)],
        (store, ids) =>
        {
            var now = time.GetUtcNow();
            return store.Mails.Where(mail => ids.Contains(mail.MailId) && mail.ClaimedUntil > now).Where(NotSettled)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ClaimedUntil, now + Lease), cancellationToken);
        },
        cancellationToken);

    /// <summary>Writes down what became of the mails, all in one transaction.</summary>
    public Task SettleAsync(IReadOnlyList<Handover> handovers, CancellationToken cancellationToken) => HoldingAsync(
        [.. handovers.Select(handover => handover.MailId)],
        async (store, _) =>
        {
            var now = time.GetUtcNow();
            await DoneAsync(store, handovers, dropped: true, now, cancellationToken);
            await DoneAsync(store, handovers, dropped: false, now, cancellationToken);

            foreach (var failed in handovers.Where(handover => handover.Result is HandoverResult.Later or HandoverResult.Refused))
                await FailedAsync(store, failed, now, cancellationToken);

            foreach (var same in Of(handovers, HandoverResult.Waits).GroupBy(handover => handover.Until ?? now))
            {
                var waits = same.Select(handover => handover.MailId).ToList();
                await store.Mails.Where(mail => waits.Contains(mail.MailId)).ExecuteUpdateAsync(
                    mail => mail.SetProperty(row => row.NextAttemptAt, same.Key).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellationToken);
            }

            return 0;
        },
        cancellationToken);

    /// <summary>Leaves those of the mails that still wait to whoever looks next.</summary>
    /// <param name="mails">The mails.</param>
    /// <param name="mayHaveLeft">Whether some may have been handed over: then their recipients may know of them.</param>
    public Task LeaveAsync(IReadOnlyList<Mail> mails, bool mayHaveLeft) => HoldingAsync(
        [.. mails.Select(mail => mail.MailId)],
        (store, ids) =>
        {
            DateTimeOffset? claimedUntil = mayHaveLeft ? DateTimeOffset.UnixEpoch : null;
            return store.Mails.Where(mail => ids.Contains(mail.MailId)).Where(NotSettled)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ClaimedUntil, claimedUntil), CancellationToken.None);
        },
        CancellationToken.None);

    /// <summary>
    /// After a start: what this process had in hand when it ended is due at once. Only where no other process can
    /// share the store; elsewhere the claims run out by themselves.
    /// </summary>
    public Task TakeUpAgainAsync(CancellationToken cancellationToken) => InTransactionAsync(
        async store => store.IsSqlite
            ? await store.Mails.Where(mail => mail.State == MailState.Queued && mail.ClaimedUntil != null)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ClaimedUntil, DateTimeOffset.UnixEpoch), cancellationToken)
            : 0,
        cancellationToken);

    private static IEnumerable<Handover> Of(IEnumerable<Handover> handovers, HandoverResult result) => handovers.Where(handover => handover.Result == result);

    private static IQueryable<Mail> Due(InvitationsStore store, DateTimeOffset now, int atMost)
    {
        var (held, put) = (now + Lease + Unbelievable, now + BackOff.Longest + Unbelievable);
        // Other dispatchers pass by the rows that this one is just taking, and by what would overtake a mail to the same contact that it has in hand.
        var mails = store.IsSqlite
            ? store.Mails.Where(mail => mail.State == MailState.Queued && (mail.NextAttemptAt <= now || mail.NextAttemptAt > put)
                && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now || mail.ClaimedUntil > held))
            : store.Mails.FromSql($"""
                SELECT * FROM invitations.mails mail
                WHERE state = 'Queued' AND (next_attempt_at <= {now} OR next_attempt_at > {put}) AND (claimed_until IS NULL OR claimed_until <= {now} OR claimed_until > {held})
                    AND NOT EXISTS (
                        SELECT FROM invitations.mails older
                        WHERE (older.conference_id, older.contact_id) = (mail.conference_id, mail.contact_id) AND older.mail_id <> mail.mail_id
                            AND older.state IN ('Queued', 'Superseded') AND older.claimed_until > {now} AND older.claimed_until <= {held})
                ORDER BY queued_at, mail_id LIMIT {atMost} FOR UPDATE SKIP LOCKED
                """);
        return mails.OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.MailId).Take(atMost);
    }

    private static async Task DoneAsync(InvitationsStore store, IEnumerable<Handover> handovers, bool dropped, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var done = Of(handovers, HandoverResult.Done).Where(handover => handover.Dropped == dropped).Select(handover => handover.MailId).ToList();
        if (done.Count == 0)
            return;
        await store.Mails.Where(mail => done.Contains(mail.MailId)).ExecuteUpdateAsync(
            // It may have come back already.
            mail => mail.SetProperty(row => row.State, row => row.State == MailState.Bounced ? MailState.Bounced : MailState.Sent)
                .SetProperty(row => row.Error, row => row.State == MailState.Bounced ? row.Error : null)
                .SetProperty(row => row.SentAt, now).SetProperty(row => row.Dropped, dropped).SetProperty(row => row.Attempts, row => row.Attempts + 1),
            cancellationToken);
    }

    private async Task FailedAsync(InvitationsStore store, Handover failed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mail = await store.Mails.Where(NotSettled).SingleOrDefaultAsync(row => row.MailId == failed.MailId, cancellationToken);
        if (mail is null)
            return;
        if (mail.State == MailState.Superseded)
        {
            // Not tried again, and out of the way of what took its place.
            mail.ClaimedUntil = now;
            return;
        }

        mail.Attempts++;
        mail.Error = failed.Error;
        if (failed.Result == HandoverResult.Refused)
            mail.State = MailState.Refused;
        else
            (mail.NextAttemptAt, mail.ClaimedUntil) = (now + BackOff.After(mail.Attempts, options.Value.RetryAfter), now);
    }

    private Task<T> HoldingAsync<T>(List<Guid> mailIds, Func<InvitationsStore, List<Guid>, Task<T>> work, CancellationToken cancellationToken) => InTransactionAsync(
        async store =>
        {
            await store.HoldMailsAsync(mailIds, cancellationToken);
            return await work(store, mailIds);
        },
        cancellationToken);

    private async Task<T> InTransactionAsync<T>(Func<InvitationsStore, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InvitationsStore>();
        T result = default!;
        await store.InTransactionAsync(async () => result = await work(store), cancellationToken);
        return result;
    }
}

using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Storage;

/// <summary>
/// Turns that PostgreSQL needs and SQLite's single writer gives for nothing; held until the transaction ends, but for the mailbox's.
/// </summary>
internal static class InvitationsLocks
{
    // Any two numbers that nobody else in this database uses.
    private const long Contacts = 0x436F6E7461637473;
    private const long Mailbox = 0x4D61696C626F78;
    private const int Conferences = 0x436F6E66;

    /// <summary>
    /// One change of a conference at a time, and contacts stay as they are: else a contact that is just being added could be
    /// missed by both sides, invited by the one and not told by the other that it is off.
    /// </summary>
    public static Task LockConferenceAsync(this InvitationsStore store, Guid conferenceId, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT pg_advisory_xact_lock({Conferences}, {conferenceId.GetHashCode()}), pg_advisory_xact_lock_shared({Contacts})", cancellationToken);

    /// <summary>
    /// The conferences' mails that wait stay where they are: a dispatcher passes them by, and one that is just taking some in
    /// hand is waited for. Read before, they would look as if nobody could know of them.
    /// </summary>
    public static Task HoldWaitingMailsAsync(this InvitationsStore store, IEnumerable<Guid> conferenceIds, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT FROM invitations.mails WHERE conference_id = ANY ({conferenceIds.ToArray()}) AND state = 'Queued' ORDER BY mail_id FOR UPDATE", cancellationToken);

    /// <summary>These mails, in the order in which <see cref="HoldWaitingMailsAsync"/> takes them: neither waits for the other in a circle.</summary>
    public static Task HoldMailsAsync(this InvitationsStore store, IEnumerable<Guid> mailIds, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT FROM invitations.mails WHERE mail_id = ANY ({mailIds.ToArray()}) ORDER BY mail_id FOR UPDATE", cancellationToken);

    /// <summary>Nobody is told anything while contacts change.</summary>
    public static Task LockContactsAsync(this InvitationsStore store, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT pg_advisory_xact_lock({Contacts})", cancellationToken);

    /// <summary>
    /// Has, or now takes, the turn at the mailbox for this connection; false while another has it. A replica that vanished without
    /// a word gives it back within a minute.
    /// </summary>
    public static async Task<bool> TryHoldMailboxAsync(this InvitationsStore store, CancellationToken cancellationToken)
    {
        await store.Database.ExecuteSqlAsync($"SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3", cancellationToken);
        return await store.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Mailbox}) AS \"Value\"").SingleAsync(cancellationToken);
    }

    public static Task GiveBackMailboxAsync(this InvitationsStore store) => store.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()");

    private static Task LockAsync(this InvitationsStore store, FormattableString sql, CancellationToken cancellationToken) =>
        store.IsSqlite ? Task.CompletedTask : store.Database.ExecuteSqlAsync(sql, cancellationToken);
}

using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Storage;

/// <summary>
/// Turns that PostgreSQL needs and SQLite's single writer gives for nothing; held until the transaction ends.
/// </summary>
internal static class InvitationsLocks
{
    // Any two numbers that nobody else in this database uses.
    private const long Contacts = 0x436F6E7461637473;
    private const int Conferences = 0x436F6E66;

    /// <summary>One change of a conference at a time.</summary>
    public static Task LockConferenceAsync(this InvitationsStore store, Guid conferenceId, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT pg_advisory_xact_lock({Conferences}, {conferenceId.GetHashCode()})", cancellationToken);

    /// <summary>Contacts stay as they are: else a contact that is just being added could be missed by both sides.</summary>
    public static Task HoldContactsAsync(this InvitationsStore store, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT pg_advisory_xact_lock_shared({Contacts})", cancellationToken);

    /// <summary>Nobody is told anything while contacts change.</summary>
    public static Task LockContactsAsync(this InvitationsStore store, CancellationToken cancellationToken) =>
        store.LockAsync($"SELECT pg_advisory_xact_lock({Contacts})", cancellationToken);

    private static Task LockAsync(this InvitationsStore store, FormattableString sql, CancellationToken cancellationToken) =>
        store.IsSqlite ? Task.CompletedTask : store.Database.ExecuteSqlAsync(sql, cancellationToken);
}

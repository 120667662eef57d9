using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Storage;

/// <summary>Turns that PostgreSQL needs where replicas write the same rows, and SQLite's single writer gives for nothing.</summary>
public static class StoreLocks
{
    /// <summary>
    /// Waits until no other transaction of this store has the same turn and keeps it until the open one ends. What is
    /// read afterwards is what the one before left, and nobody changes it meanwhile.
    /// </summary>
    /// <param name="store">The store, with its transaction open and the rows in question not yet read.</param>
    /// <param name="what">What is taken in turns: a table, or one thing by its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task OneAtATimeAsync(this ServiceStore store, string what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.IsSqlite
            ? Task.CompletedTask
            : store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({store.Schema + " " + what}, 0))", cancellationToken);
    }
}

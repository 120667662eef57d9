using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Conference.Platform.Storage;

/// <summary>Tells who lost against another from a store that is at fault.</summary>
public static class StoreRace
{
    private const int SqliteConstraint = 19;

    /// <summary>Whether somebody else wrote the same in the same moment: a row that has changed since, or one that is there already.</summary>
    public static bool Is(DbUpdateException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is DbUpdateConcurrencyException
            || exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
    }
}

using System.Data.Common;
using Npgsql;

namespace Conference.Platform.Storage;

/// <summary>Tells a database that does not answer from a message that cannot be handled.</summary>
internal static class StoreOutage
{
    // Class 40: a transaction that lost against another. It may go on at once.
    private const string RolledBack = "40";

    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true })
                return cause is not PostgresException server || !server.SqlState.StartsWith(RolledBack, StringComparison.Ordinal);
        }

        return false;
    }
}

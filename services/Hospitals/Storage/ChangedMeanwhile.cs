using Conference.Platform.Problems;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Conference.Hospitals.Storage;

/// <summary>Two people changed the same thing at once: the later one is told, and nothing is overwritten unseen.</summary>
internal sealed class ChangedMeanwhile : IEndpointFilter
{
    private const int SqliteConstraint = 19;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DbUpdateException exception) when (IsRace(exception))
        {
            return Problem.Conflict(new(
                "", "changed_meanwhile", "ほかの人が同時に変更しました。読み込み直して、もう一度変更してください。", "Somebody else changed this at the same time. Load it again and repeat the change."));
        }
    }

    private static bool IsRace(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException
        || exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}

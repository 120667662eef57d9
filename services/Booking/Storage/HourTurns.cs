using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Storage;

/// <summary>
/// Turns at the hours that a slot touches. Two replicas that write into the same hour wait inside PostgreSQL's exclusion
/// constraints, each for the other, until the server breaks one off after a second; with turns the second waits before it
/// writes, and finds what the first has left. SQLite has one writer anyway.
/// </summary>
internal sealed class HourTurns(BookingStore store)
{
    // Any number that nobody else in this database uses.
    private const int Space = 0x486F7572;

    private (int First, int Last)? _taken;

    /// <summary>
    /// Takes the turns for [<paramref name="start"/>, <paramref name="end"/>) unless the transaction has them; true when it
    /// had to. Others are given up first: nobody waits while he is waited for.
    /// </summary>
    public async Task<bool> TakeAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var (first, last) = (HourOf(start), HourOf(end.AddTicks(-1)));
        if (store.IsSqlite || (_taken is { } taken && taken.First <= first && last <= taken.Last))
            return false;

        // A lock goes with the savepoint that it was taken after. One command, one way to the server and back.
        await (_taken is null
            ? store.Database.ExecuteSqlAsync($"SAVEPOINT before_turns; SELECT pg_advisory_xact_lock({Space}, hour) FROM generate_series({first}, {last}) AS hour", cancellationToken)
            : store.Database.ExecuteSqlAsync($"ROLLBACK TO SAVEPOINT before_turns; SELECT pg_advisory_xact_lock({Space}, hour) FROM generate_series({first}, {last}) AS hour", cancellationToken));
        _taken = (first, last);
        return true;
    }

    private static int HourOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 3600);
}

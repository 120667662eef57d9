using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Storage;

/// <summary>
/// Turns at the hours that slots touch. Two replicas that write into the same hour wait inside PostgreSQL's exclusion
/// constraints, each for the other, until the server breaks one off after a second; with turns the second waits before it
/// writes, and finds what the first has left. SQLite has one writer anyway.
/// </summary>
internal sealed class HourTurns(BookingStore store)
{
    // Any number that nobody else in this database uses.
    private const int Space = 0x486F7572;

    private HashSet<int> _taken = [];

    /// <summary>As below, for one slot.</summary>
    public Task<bool> TakeAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken) => TakeAsync([(start, end)], cancellationToken);

    /// <summary>
    /// Takes the turns for all of these times unless the transaction has them; true when it had to. Others are given up
    /// first and all are taken in order of time: nobody waits while he is waited for.
    /// </summary>
    public async Task<bool> TakeAsync(IReadOnlyCollection<(DateTimeOffset Start, DateTimeOffset End)> times, CancellationToken cancellationToken)
    {
        var hours = times.SelectMany(time => Enumerable.Range(HourOf(time.Start), HourOf(time.End.AddTicks(-1)) - HourOf(time.Start) + 1)).Distinct().Order().ToArray();
        if (store.IsSqlite || _taken.IsSupersetOf(hours))
            return false;

        // A lock goes with the savepoint that it was taken after. One command, one way to the server and back.
        await (_taken.Count == 0
            ? store.Database.ExecuteSqlAsync($"SAVEPOINT before_turns; SELECT pg_advisory_xact_lock({Space}, hour) FROM unnest({hours}) AS hour", cancellationToken)
            : store.Database.ExecuteSqlAsync($"ROLLBACK TO SAVEPOINT before_turns; SELECT pg_advisory_xact_lock({Space}, hour) FROM unnest({hours}) AS hour", cancellationToken));
        _taken = [.. hours];
        return true;
    }

    private static int HourOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 3600);
}

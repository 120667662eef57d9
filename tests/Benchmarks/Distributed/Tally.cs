using System.Diagnostics;
using Npgsql;

namespace Conference.Benchmarks.Distributed;

/// <summary>What the servers have done so far. All of it is theirs to say; nothing is counted by the product.</summary>
internal readonly record struct Tally(double Hops, double Messages, double Commits, double WalBytes, double Seconds)
{
    // Idle sessions report what they committed within ten seconds.
    private static readonly TimeSpan StatisticsDelay = TimeSpan.FromSeconds(12);

    public static Tally operator -(Tally later, Tally earlier) => new(
        later.Hops - earlier.Hops, later.Messages - earlier.Messages, later.Commits - earlier.Commits, later.WalBytes - earlier.WalBytes, later.Seconds - earlier.Seconds);

    /// <summary>Takes out what the services read and write while nobody asks for anything. They send nothing then.</summary>
    public Tally Without(Tally idle)
    {
        var share = Seconds / idle.Seconds;
        return this with { Commits = Commits - (idle.Commits * share), WalBytes = WalBytes - (idle.WalBytes * share) };
    }

    public Tally For(int conferences) => new(Hops / conferences, Messages / conferences, Commits / conferences, WalBytes / conferences, Seconds);

    public static async Task<Tally> TakeAsync(NpgsqlDataSource database)
    {
        await Task.Delay(StatisticsDelay);
        var schemas = new List<string>();
        await using (var reader = await database.CreateCommand("SELECT schemaname FROM pg_tables WHERE tablename = 'inbox' ORDER BY 1").ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                schemas.Add(reader.GetString(0));
        }

        var inboxes = string.Join(" + ", schemas.Select(schema => $"(SELECT count(*) FROM {schema}.inbox)"));
        await using var counts = database.CreateCommand($"""
            SELECT {inboxes}::float8,
                (SELECT coalesce(sum(last_value), 0)::float8 FROM pg_sequences WHERE sequencename LIKE 'outbox%'),
                (SELECT xact_commit::float8 FROM pg_stat_database WHERE datname = current_database()),
                pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8
            """);
        await using var row = await counts.ExecuteReaderAsync();
        await row.ReadAsync();
        return new Tally(row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3), Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);
    }
}

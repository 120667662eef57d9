using Conference.Contracts.Booking;
using Conference.Tests.Support;
using Npgsql;
using NpgsqlTypes;

namespace Conference.Benchmarks.Finder;

/// <summary>
/// The finder's question asked of PostgreSQL as multiranges: the hours of the window without what any of the sites has
/// booked, without their closures and without the times at which ports are short. It neither ranks nor explains.
/// </summary>
internal sealed class RangeAgg : IAsyncDisposable
{
    private const string Question = """
        WITH hours AS (
            SELECT range_agg(tstzrange((day + time '17:00')::timestamptz, (day + time '20:00')::timestamptz)) AS spans
            FROM generate_series(@first::timestamp, @last::timestamp, interval '1 day') AS day WHERE extract(isodow FROM day) < 6),
        busy AS (
            SELECT range_agg(span) AS spans FROM (
                SELECT span FROM booked WHERE site_id = ANY(@sites) AND lower(span) >= @from AND lower(span) < @to
                UNION ALL SELECT span FROM closed WHERE site_id = ANY(@sites) AND lower(span) >= @from AND lower(span) < @to) AS each),
        changes AS (
            SELECT at, sum(change) AS change FROM (
                SELECT lower(span) AS at, 1 AS change FROM ports WHERE lower(span) >= @from AND lower(span) < @to
                UNION ALL SELECT upper(span), -1 FROM ports WHERE lower(span) >= @from AND lower(span) < @to) AS each GROUP BY at),
        short AS (
            SELECT range_agg(tstzrange(at, next)) AS spans FROM (
                SELECT at, lead(at) OVER (ORDER BY at) AS next, sum(change) OVER (ORDER BY at) AS in_use FROM changes) AS each
            WHERE in_use > 1000 - @needed)
        SELECT count(*) FROM hours, busy, short, unnest(hours.spans - coalesce(busy.spans, '{}') - coalesce(short.spans, '{}')) AS gap
        WHERE upper(gap) - lower(gap) >= @duration
        """;

    private readonly Servers _servers;
    private readonly NpgsqlConnection _connection;

    private RangeAgg(Servers servers, NpgsqlConnection connection) => (_servers, _connection) = (servers, connection);

    public static async Task<RangeAgg> StartAsync(Nation nation)
    {
        var servers = await Servers.StartAsync(brokers: 0, direct: true);
        var connection = new NpgsqlConnection(servers.DatabaseUrl + ";Timezone=Asia/Tokyo");
        await connection.OpenAsync();
        await using (var tables = new NpgsqlCommand("CREATE TABLE booked (site_id text, span tstzrange); CREATE TABLE closed (site_id text, span tstzrange); CREATE TABLE ports (span tstzrange)", connection))
            await tables.ExecuteNonQueryAsync();
        await FillAsync(connection, "booked (site_id, span)", nation.Sites.Select(row => ((string?)row.SiteId, row.Start, row.End)));
        await FillAsync(connection, "closed (site_id, span)", nation.ClosedSpans());
        await FillAsync(connection, "ports (span)", nation.Ports.Select(row => ((string?)null, row.Start, row.End)));
        await using (var indexes = new NpgsqlCommand("CREATE INDEX ON booked (site_id, lower(span)); CREATE INDEX ON closed (site_id, lower(span)); CREATE INDEX ON ports (lower(span)); ANALYZE", connection))
            await indexes.ExecuteNonQueryAsync();
        return new RangeAgg(servers, connection);
    }

    /// <summary>Asks it so often after a first time; the times it took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> AskAsync(SlotCriteria wish, int times)
    {
        var window = wish.Window!;
        await using var question = new NpgsqlCommand(Question, _connection);
        question.Parameters.AddWithValue("first", NpgsqlDbType.Date, window.From);
        question.Parameters.AddWithValue("last", NpgsqlDbType.Date, window.To);
        question.Parameters.AddWithValue("from", Nation.Tokyo.StartOf(window.From));
        question.Parameters.AddWithValue("to", Nation.Tokyo.StartOf(window.To.AddDays(1)));
        question.Parameters.AddWithValue("sites", wish.Participants.Select(participant => $"{participant.HospitalId}-1").ToArray());
        question.Parameters.AddWithValue("needed", wish.Participants.Count);
        question.Parameters.AddWithValue("duration", TimeSpan.FromMinutes(wish.DurationMinutes));
        await question.PrepareAsync();
        var took = new List<TimeSpan>();
        for (var time = 0; time <= times; time++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await question.ExecuteScalarAsync();
            if (time > 0)
                took.Add(TimeProvider.System.GetElapsedTime(began));
        }

        return took;
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private static async Task FillAsync(NpgsqlConnection connection, string table, IEnumerable<(string? SiteId, DateTimeOffset Start, DateTimeOffset End)> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT binary)");
        foreach (var (siteId, start, end) in rows)
        {
            await writer.StartRowAsync();
            if (siteId is not null)
                await writer.WriteAsync(siteId, NpgsqlDbType.Text);
            await writer.WriteAsync(new NpgsqlRange<DateTime>(start.UtcDateTime, true, end.UtcDateTime, false), NpgsqlDbType.TimestampTzRange);
        }

        await writer.CompleteAsync();
    }
}

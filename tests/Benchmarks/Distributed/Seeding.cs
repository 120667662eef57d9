using Npgsql;

namespace Conference.Benchmarks.Distributed;

/// <summary>
/// Makes many conferences of those that were really carried: each copy is another conference, as many days earlier as
/// keeps it from overlapping, and over. Rows alone: no message, timer or audit entry belongs to a copy.
/// </summary>
internal static class Seeding
{
    // The window of the requests is 120 days: more keeps the copies apart.
    private const int DaysApart = 140;

    private const string Copied = """
        SELECT DISTINCT table_schema AS place, table_name AS name FROM information_schema.columns
        WHERE table_schema IN ('requests', 'booking', 'invitations', 'council')
          AND (column_name = 'conference_id' OR (table_schema = 'requests' AND table_name = 'conferences'))
        """;

    // Identifiers are hashed alike everywhere, so what belonged together still does. The role puts foreign keys off,
    // not the constraints against double bookings.
    private const string Prepare = $"""
        DROP SCHEMA IF EXISTS seeding CASCADE;
        CREATE SCHEMA seeding;
        CREATE FUNCTION seeding.copy(nth int, days int) RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $copy$
        DECLARE source record; targets text; figures text;
        BEGIN
          FOR source IN {Copied} AND table_name NOT IN ('outbox', 'audit_entries') LOOP
            SELECT string_agg(format('%I', column_name), ', ' ORDER BY ordinal_position), string_agg(
              CASE
                WHEN column_name IN ('next_moment', 'next_moment_token', 'pending_since') THEN 'NULL'
                WHEN column_name = 'current_state' THEN '''Completed'''
                WHEN udt_name = 'uuid' THEN format('md5(%I::text || %L)::uuid', column_name, nth)
                WHEN udt_name = 'timestamptz' THEN format('%I - make_interval(days => %s)', column_name, days)
                WHEN column_name IN ('number', 'agent') AND udt_name IN ('text', 'varchar') THEN format('%I || %L', column_name, 'x' || nth)
                ELSE format('%I', column_name)
              END, ', ' ORDER BY ordinal_position)
            INTO targets, figures FROM information_schema.columns
            WHERE table_schema = source.place AND table_name = source.name AND is_identity = 'NO' AND is_generated = 'NEVER';
            EXECUTE format('INSERT INTO %I.%I (%s) SELECT %s FROM seeding.%I', source.place, source.name, targets, figures, source.place || '_' || source.name);
          END LOOP;
        END $copy$;
        DO $$ DECLARE source record;
        BEGIN
          FOR source IN {Copied} AND table_name NOT IN ('outbox', 'audit_entries') LOOP
            EXECUTE format('CREATE TABLE seeding.%I AS SELECT * FROM %I.%I', source.place || '_' || source.name, source.place, source.name);
          END LOOP;
        END $$;
        """;

    public static async Task<int> CountAsync(NpgsqlDataSource database)
    {
        await using var count = database.CreateCommand("SELECT count(*)::int FROM requests.requests");
        return (int)(await count.ExecuteScalarAsync())!;
    }

    public static async Task GrowAsync(NpgsqlDataSource database, int conferences)
    {
        await RunAsync(database, Prepare);
        var originals = await CountAsync(database);
        for (var nth = 1; nth * originals < conferences; nth++)
            await RunAsync(database, $"SELECT seeding.copy({nth}, {nth * DaysApart})");
        await RunAsync(database, "ANALYZE");
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}

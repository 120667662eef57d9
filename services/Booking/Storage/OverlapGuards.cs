using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Conference.Booking.Storage;

/// <summary>
/// The last word on double bookings, said by the store itself: exclusion constraints in PostgreSQL, triggers in SQLite.
/// No booking lasts longer than a day (a check constraint), so a look-up of what overlaps is a short range of an index.
/// </summary>
internal static class OverlapGuards
{
    /// <summary>No site or port is booked for longer at a stretch.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public const string Postgres = """
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        ALTER TABLE booking.site_bookings
            ADD CONSTRAINT ck_site_bookings_time CHECK (start < "end" AND "end" - start <= interval '24 hours'),
            ADD CONSTRAINT ex_site_bookings_overlap EXCLUDE USING gist (site_id WITH =, tstzrange(start, "end") WITH &&);
        ALTER TABLE booking.port_bookings
            ADD CONSTRAINT ck_port_bookings_time CHECK (start < "end" AND "end" - start <= interval '24 hours'),
            ADD CONSTRAINT ck_port_bookings_ports CHECK (1 <= first_port AND first_port <= last_port),
            ADD CONSTRAINT ex_port_bookings_overlap EXCLUDE USING gist (
                bridge_id WITH =, int4range(first_port, last_port, '[]') WITH &&, tstzrange(start, "end") WITH &&);
        """;

    /// <summary>Tables and the conditions under which a new row of theirs clashes with another, which is named <c>other</c>.</summary>
    private static readonly (string Table, string Valid, string Clash)[] SqliteRules =
    [
        ("site_bookings", "1", "other.site_id = NEW.site_id"),
        ("port_bookings", "1 <= NEW.first_port AND NEW.first_port <= NEW.last_port",
            "other.bridge_id = NEW.bridge_id AND other.first_port <= NEW.last_port AND other.last_port >= NEW.first_port"),
    ];

    public static IEnumerable<string> Sqlite => SqliteRules.SelectMany(rule => new[]
    {
        Trigger(rule.Table, "insert", "INSERT", "", rule.Valid, rule.Clash),
        Trigger(rule.Table, "update", "UPDATE", "AND other.rowid <> OLD.rowid", rule.Valid, rule.Clash),
    });

    /// <summary>Whether a write was refused because somebody else took the time first.</summary>
    public static bool Refused(DbUpdateException exception) => exception.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintTrigger } => true,
        _ => false,
    };

    // SQLITE_CONSTRAINT_TRIGGER, https://www.sqlite.org/rescode.html
    private const int SqliteConstraintTrigger = 1811;

    private static string Trigger(string table, string name, string action, string notItself, string valid, string clash) => $"""
        CREATE TRIGGER {table}_{name} BEFORE {action} ON {table} BEGIN
            SELECT RAISE(ABORT, '{table}: not a time') WHERE NOT (NEW.start < NEW."end" AND NEW."end" - NEW.start <= {(long)Longest.TotalMilliseconds} AND {valid});
            SELECT RAISE(ABORT, '{table}: overlap') WHERE EXISTS (
                SELECT 1 FROM {table} other WHERE {clash} {notItself}
                AND other.start < NEW."end" AND other.start > NEW.start - {(long)Longest.TotalMilliseconds} AND other."end" > NEW.start);
        END;
        """;
}

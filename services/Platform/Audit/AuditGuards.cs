using Microsoft.EntityFrameworkCore.Migrations;

namespace Conference.Platform.Audit;

/// <summary>
/// The store itself keeps the log append-only: no entry is deleted, none is changed but for its sealing, which
/// happens once. Every store's migration calls this after its tables are made.
/// </summary>
public static class AuditGuards
{
    private static readonly string[] Written =
        ["number", "at", "caller_id", "role", "scope", "action", "permission", "subjects", "outcome", "status"];

    /// <summary>Adds the triggers. <paramref name="schema"/> is the service's name; SQLite has no use for it.</summary>
    public static void GuardAudit(this MigrationBuilder migration, string schema)
    {
        ArgumentNullException.ThrowIfNull(migration);
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            foreach (var trigger in Sqlite)
                migration.Sql(trigger);
        }
        else
        {
            migration.Sql(Postgres(schema));
        }
    }

    private static string[] Sqlite =>
    [
        Trigger("change", "UPDATE", $"WHEN OLD.position IS NOT NULL OR {string.Join(" OR ", Written.Select(column => $"OLD.{column} IS NOT NEW.{column}"))}"),
        Trigger("delete", "DELETE", ""),
        // INSERT OR REPLACE would delete without asking the trigger above.
        Trigger("replace", "INSERT", $"WHEN EXISTS (SELECT 1 FROM {AuditModel.Table} WHERE number = NEW.number OR position = NEW.position)"),
    ];

    private static string Trigger(string name, string action, string condition) => $"""
        CREATE TRIGGER {AuditModel.Table}_{name} BEFORE {action} ON {AuditModel.Table} {condition} BEGIN
            SELECT RAISE(ABORT, 'the audit log is append-only');
        END;
        """;

    private static string Postgres(string schema) => $"""
        CREATE FUNCTION {schema}.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
        END $guard$;
        CREATE TRIGGER {AuditModel.Table}_change BEFORE UPDATE ON {schema}.{AuditModel.Table} FOR EACH ROW
            WHEN (OLD.position IS NOT NULL OR {string.Join(" OR ", Written.Select(column => $"OLD.{column} IS DISTINCT FROM NEW.{column}"))})
            EXECUTE FUNCTION {schema}.refuse_audit_change();
        CREATE TRIGGER {AuditModel.Table}_delete BEFORE DELETE ON {schema}.{AuditModel.Table} FOR EACH ROW
            EXECUTE FUNCTION {schema}.refuse_audit_change();
        CREATE TRIGGER {AuditModel.Table}_truncate BEFORE TRUNCATE ON {schema}.{AuditModel.Table} FOR EACH STATEMENT
            EXECUTE FUNCTION {schema}.refuse_audit_change();
        """;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Conference.Audit.Stores;

/// <summary>The chain of one service's audit log, computed anew while it is read.</summary>
/// <param name="Service">Whose log.</param>
/// <param name="Entries">Entries whose hash was computed.</param>
/// <param name="BrokenAt">Number of the first entry that does not follow on the one before; null when all do.</param>
/// <param name="UnsealedSince">The oldest entry that is not in the chain yet.</param>
internal sealed record AuditChain(string Service, int Entries, long? BrokenAt, DateTimeOffset? UnsealedSince);

/// <summary>What the audit reads of a store's audit log: SHA-256 over each entry and the hash before it.</summary>
internal static class AuditLogTable
{
    private const string SealedSql = """
        SELECT previous_hash, position, number, at, caller_id, role, scope, action, permission, subjects, outcome, status, hash
        FROM audit_entries WHERE position IS NOT NULL ORDER BY position
        """;

    private const string UnsealedSql = "SELECT at FROM audit_entries WHERE position IS NULL ORDER BY number LIMIT 1";

    public static async Task<AuditChain> ReadAsync(Store store, string service, CancellationToken cancellationToken)
    {
        var (hash, entries, brokenAt) = (Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"conference audit {service}"))), 0, (long?)null);
        await store.EachAsync(
            SealedSql,
            row =>
            {
                entries++;
                if (row.Text(0) != hash || row.Long(1) != entries || row.Text(12) != HashOf(row))
                    brokenAt ??= row.Long(2);
                hash = row.Text(12);
            },
            cancellationToken);
        var unsealed = await store.ListAsync(UnsealedSql, row => row.Time(0), cancellationToken);
        return new AuditChain(service, entries, brokenAt, unsealed is [var oldest] ? oldest : null);
    }

    private static string HashOf(Row row)
    {
        string?[] parts =
        [
            row.Text(0), row.Number(1), row.Number(2), row.Time(3).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            row.Text(4), row.TextOrNull(5), row.TextOrNull(6), row.Text(7), row.TextOrNull(8), row.Text(9), row.Text(10), row.Number(11),
        ];
        return Hex(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts.Select(part => part ?? ""))));
    }

    private static string Number(this Row row, int column) => row.LongOrNull(column)?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

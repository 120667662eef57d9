using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Conference.Platform.Audit;

/// <summary>How entries hang together: each hash covers the entry and the hash before it.</summary>
public static class AuditChain
{
    /// <summary>What the first entry of a service's chain follows on.</summary>
    public static string Beginning(string service) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"conference audit {service}")));

    /// <summary>
    /// SHA-256 over the UTF-8 of a JSON array of texts: previous hash, position, number, instant (UTC, milliseconds),
    /// caller, role, scope, action, permission, subjects, outcome, status. What is not there is an empty text.
    /// </summary>
    public static string HashOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        string?[] parts =
        [
            entry.PreviousHash, Text(entry.Position), Text(entry.Number), entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            entry.CallerId, entry.Role, entry.Scope, entry.Action, entry.Permission, entry.Subjects, entry.Outcome.ToString(), Text(entry.Status),
        ];
        return Hex(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts.Select(part => part ?? ""))));
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

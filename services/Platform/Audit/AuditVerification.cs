using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Audit;

/// <summary>Recomputes a store's chain from its beginning.</summary>
internal static class AuditVerification
{
    /// <summary><paramref name="noted"/> is a place and hash that somebody noted earlier.</summary>
    public static async Task<AuditVerdict> VerifyAsync(ServiceStore store, (long Position, string Hash)? noted, CancellationToken cancellationToken)
    {
        var (position, hash) = (0L, AuditChain.Beginning(store.Schema));
        var found = noted is null;
        var entries = store.AuditEntries.AsNoTracking().Where(entry => entry.Position != null).OrderBy(entry => entry.Position).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (FaultOf(entry, position, hash) is { } fault)
                return Verdict(store, position, hash) with { Intact = false, BrokenAt = entry.Number, Fault = fault };
            (position, hash) = (entry.Position!.Value, entry.Hash!);
            found |= noted == (position, hash);
        }

        return found ? Verdict(store, position, hash) : Verdict(store, position, hash) with { Intact = false, Fault = "cut" };
    }

    private static string? FaultOf(AuditEntry entry, long position, string hash) =>
        entry.Position != position + 1 || entry.PreviousHash != hash ? "missing"
        : entry.Hash != AuditChain.HashOf(entry) ? "changed"
        : null;

    private static AuditVerdict Verdict(ServiceStore store, long position, string hash) =>
        new() { Service = store.Schema, Intact = true, Entries = position, Position = position, Hash = hash };
}

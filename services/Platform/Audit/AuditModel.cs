using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Audit;

internal static class AuditModel
{
    public const string Table = "audit_entries";

    public static void AddAudit(this ModelBuilder model) => model.Entity<AuditEntry>(entry =>
    {
        entry.ToTable(Table);
        entry.HasKey(row => row.Number);
        entry.Property(row => row.CallerId).HasMaxLength(AuditTrail.LongestId);
        entry.Property(row => row.Role).HasMaxLength(40);
        entry.Property(row => row.Scope).HasMaxLength(60);
        entry.Property(row => row.Action).HasMaxLength(AuditTrail.LongestAction);
        entry.Property(row => row.Permission).HasMaxLength(40);
        entry.Property(row => row.Subjects).HasMaxLength(AuditSubjects.Longest);
        entry.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(10);
        entry.Property(row => row.PreviousHash).HasMaxLength(64);
        entry.Property(row => row.Hash).HasMaxLength(64);
        // Unsealed rows are found by it too: null is a value of the index in both kinds of store.
        entry.HasIndex(row => row.Position).IsUnique();
        entry.HasIndex(row => row.At);
        entry.HasIndex(row => row.CallerId);
    });
}

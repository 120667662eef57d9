using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.ConnectionTests;

/// <summary>One test of a site's connection. Kept: the latest one counts, the others are history.</summary>
internal sealed class ConnectionTest
{
    public required Guid TestId { get; init; }

    public required string SiteId { get; init; }

    public required string HospitalId { get; init; }

    public required DateTimeOffset TestedAt { get; init; }

    public required bool Passed { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public ConnectionTestRecorded ToRecorded() => new()
    {
        TestId = TestId,
        SiteId = SiteId,
        HospitalId = HospitalId,
        TestedAt = TestedAt,
        Passed = Passed,
        ValidUntil = ValidUntil,
    };
}

internal sealed class ConnectionTestMapping : IEntityTypeConfiguration<ConnectionTest>
{
    public void Configure(EntityTypeBuilder<ConnectionTest> builder)
    {
        builder.ToTable("connection_tests");
        builder.HasKey(test => test.TestId);
        builder.Property(test => test.SiteId).HasMaxLength(20);
        builder.Property(test => test.HospitalId).HasMaxLength(10);
        builder.HasIndex(test => new { test.SiteId, test.TestedAt });
        builder.HasIndex(test => test.HospitalId);
    }
}

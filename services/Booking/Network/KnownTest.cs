using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Network;

/// <summary>A site's latest connection test, from ConnectionTestRecorded.</summary>
internal sealed class KnownTest
{
    public required string SiteId { get; init; }

    public DateTimeOffset TestedAt { get; set; }

    /// <summary>Until when it holds; the time of the test where it failed.</summary>
    public DateTimeOffset ValidUntil { get; set; }
}

internal sealed class KnownTestMapping : IEntityTypeConfiguration<KnownTest>
{
    public void Configure(EntityTypeBuilder<KnownTest> builder) => builder.ToTable("connection_tests").HasKey(test => test.SiteId);
}

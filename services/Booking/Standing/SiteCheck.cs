using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Standing;

/// <summary>
/// A site of which something was said, so that its bookings are to be looked at. Written in the transaction that kept
/// what was said, deleted after the look: a process that dies between them leaves it to the next.
/// </summary>
internal sealed class SiteCheck
{
    public long Id { get; init; }

    public required string SiteId { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}

internal sealed class SiteCheckMapping : IEntityTypeConfiguration<SiteCheck>
{
    public void Configure(EntityTypeBuilder<SiteCheck> builder)
    {
        builder.ToTable("site_checks").HasKey(check => check.Id);
        builder.Property(check => check.SiteId).HasMaxLength(40);
        builder.HasIndex(check => check.DueAt);
    }
}

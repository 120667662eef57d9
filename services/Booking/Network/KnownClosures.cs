using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Network;

/// <summary>Booking's own copy of a site's closures, from SiteClosuresChanged.</summary>
internal sealed class KnownClosures
{
    public required string SiteId { get; init; }

    public long Version { get; set; }

    public required IReadOnlyList<Closure> Closures { get; set; }

    public required IReadOnlyList<WeeklyClosure> Weekly { get; set; }

    public bool ClosedOnHolidays { get; set; }
}

internal sealed class KnownClosuresMapping : IEntityTypeConfiguration<KnownClosures>
{
    public void Configure(EntityTypeBuilder<KnownClosures> builder)
    {
        builder.ToTable("site_closures").HasKey(closures => closures.SiteId);
        builder.Property(closures => closures.Closures).HasJsonConversion();
        builder.Property(closures => closures.Weekly).HasJsonConversion();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Holds;

/// <summary>A site that a conference has for a stretch of time, the end exclusive. The store refuses two at the same time.</summary>
internal sealed class SiteBooking
{
    public required Guid ConferenceId { get; init; }

    public required string SiteId { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }
}

internal sealed class SiteBookingMapping : IEntityTypeConfiguration<SiteBooking>
{
    public void Configure(EntityTypeBuilder<SiteBooking> builder)
    {
        builder.ToTable("site_bookings").HasKey(booking => new { booking.ConferenceId, booking.SiteId, booking.Start });
        builder.Property(booking => booking.SiteId).HasMaxLength(40);
        builder.HasIndex(booking => new { booking.SiteId, booking.Start });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Bridges;

/// <summary>
/// A run of a bridge's ports that a conference has for a stretch of time, the end exclusive. The store refuses two
/// that share a port at the same time.
/// </summary>
internal sealed class PortBooking
{
    public required Guid ConferenceId { get; init; }

    public required string BridgeId { get; init; }

    /// <summary>First port, counted from 1.</summary>
    public required int FirstPort { get; init; }

    /// <summary>Last port, included.</summary>
    public required int LastPort { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>The candidate of a poll that has them; 0 for the slot of a conference that is placed.</summary>
    public int Candidate { get; init; }
}

internal sealed class PortBookingMapping : IEntityTypeConfiguration<PortBooking>
{
    public void Configure(EntityTypeBuilder<PortBooking> builder)
    {
        builder.ToTable("port_bookings").HasKey(ports => new { ports.ConferenceId, ports.BridgeId, ports.FirstPort, ports.Start });
        builder.Property(ports => ports.BridgeId).HasMaxLength(40);
        builder.Property(ports => ports.Candidate).HasDefaultValue(0);
        builder.HasIndex(ports => new { ports.BridgeId, ports.Start });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Standing;

/// <summary>What Requests was told has come between a conference and its slot, so that it is told once.</summary>
internal sealed class ReportedDisruption
{
    public const string Outranked = "outranked";

    public const string Bridge = "bridge";

    public required Guid ConferenceId { get; init; }

    /// <summary>Revision of the slot.</summary>
    public required int Revision { get; init; }

    /// <summary>What has: <see cref="Outranked"/>, <see cref="Bridge"/>, or <c>hospital H1302</c>.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string OfHospital(string hospitalId) => $"hospital {hospitalId}";
}

internal sealed class ReportedDisruptionMapping : IEntityTypeConfiguration<ReportedDisruption>
{
    public void Configure(EntityTypeBuilder<ReportedDisruption> builder)
    {
        builder.ToTable("disruptions").HasKey(reported => new { reported.ConferenceId, reported.Revision, reported.Key });
        builder.Property(reported => reported.Key).HasMaxLength(60);
    }
}

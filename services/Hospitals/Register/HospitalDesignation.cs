using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Register;

/// <summary>How a hospital was designated, and its name, over a stretch of time.</summary>
internal sealed class HospitalDesignation
{
    public required string HospitalId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    public required HospitalKind Kind { get; set; }

    public required string NameJa { get; set; }
}

internal sealed class HospitalDesignationMapping : IEntityTypeConfiguration<HospitalDesignation>
{
    public void Configure(EntityTypeBuilder<HospitalDesignation> builder)
    {
        builder.ToTable("designations");
        builder.HasKey(designation => new { designation.HospitalId, designation.From });
        builder.Property(designation => designation.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(designation => designation.NameJa).HasMaxLength(200);
    }
}

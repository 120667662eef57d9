using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Network;

/// <summary>Booking's own copy of a hospital, from HospitalChanged.</summary>
internal sealed class KnownHospital
{
    public required string HospitalId { get; init; }

    public long Version { get; set; }

    public required string NameJa { get; set; }

    public required string NameEn { get; set; }

    public bool Withdrawn { get; set; }

    public required IReadOnlyList<HospitalSite> Sites { get; set; }

    public HospitalSite? SiteFor(string? siteId) =>
        Sites.FirstOrDefault(site => site.Active && (siteId is null || site.SiteId == siteId));
}

internal sealed class KnownHospitalMapping : IEntityTypeConfiguration<KnownHospital>
{
    public void Configure(EntityTypeBuilder<KnownHospital> builder)
    {
        builder.ToTable("hospitals").HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.Sites).HasJsonConversion();
    }
}

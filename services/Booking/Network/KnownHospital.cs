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

    /// <summary>Professions that it can bring to a conference, and on which days.</summary>
    public IReadOnlyList<BroughtProfession> Professions { get; set; } = [];

    public HospitalSite? SiteFor(string? siteId)
    {
        foreach (var site in Sites)
        {
            if (site.Active && (siteId is null || site.SiteId == siteId))
                return site;
        }

        return null;
    }
}

internal sealed class KnownHospitalMapping : IEntityTypeConfiguration<KnownHospital>
{
    public void Configure(EntityTypeBuilder<KnownHospital> builder)
    {
        builder.ToTable("hospitals").HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.Sites).HasJsonConversion();
        builder.Property(hospital => hospital.Professions).HasJsonConversion().HasDefaultValueSql("'[]'");
    }
}

using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Hospitals;

/// <summary>What this service keeps of a hospital: enough to check a request and to name it in a sentence.</summary>
internal sealed class KnownHospital
{
    public required string HospitalId { get; init; }

    public long Version { get; set; }

    public string NameJa { get; set; } = "";

    public string NameEn { get; set; } = "";

    public bool Withdrawn { get; set; }

    /// <summary>Ids of the sites that can be booked.</summary>
    public IReadOnlyList<string> ActiveSites { get; set; } = [];
}

internal sealed class KnownHospitalMapping : IEntityTypeConfiguration<KnownHospital>
{
    public void Configure(EntityTypeBuilder<KnownHospital> builder)
    {
        builder.ToTable("known_hospitals");
        builder.HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.HospitalId).HasMaxLength(20);
        builder.Property(hospital => hospital.ActiveSites).HasJsonConversion();
    }
}

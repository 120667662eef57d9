using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Contacts;

/// <summary>Our own copy of a hospital's names.</summary>
internal sealed class KnownHospital
{
    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public string NameJa { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Takes over a newer version and ignores any other.</summary>
    public void Take(HospitalChanged message)
    {
        if (message.Version <= Version)
            return;
        (Version, NameJa, NameEn) = (message.Version, message.NameJa, message.NameEn);
    }

    public string NameIn(string language) => language == "en" ? NameEn : NameJa;
}

internal sealed class KnownHospitalMapping : IEntityTypeConfiguration<KnownHospital>
{
    public void Configure(EntityTypeBuilder<KnownHospital> builder)
    {
        builder.ToTable("hospitals");
        builder.HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.HospitalId).HasMaxLength(20);
        builder.Property(hospital => hospital.Version).IsConcurrencyToken();
    }
}

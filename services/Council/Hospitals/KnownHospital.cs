using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Council.Hospitals;

/// <summary>Council's own copy of what it needs to know of a hospital.</summary>
internal sealed class KnownHospital
{
    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public string Prefecture { get; private set; } = "";

    public HospitalKind Kind { get; private set; }

    public static KnownHospital Of(HospitalChanged message)
    {
        var hospital = new KnownHospital { HospitalId = message.HospitalId };
        hospital.Set(message);
        return hospital;
    }

    /// <summary>Takes over a newer version and ignores any other.</summary>
    public void Take(HospitalChanged message)
    {
        if (message.Version > Version)
            Set(message);
    }

    private void Set(HospitalChanged message)
    {
        Version = message.Version;
        Name = message.NameJa;
        Prefecture = message.Prefecture;
        Kind = message.Kind;
    }
}

internal sealed class KnownHospitalMapping : IEntityTypeConfiguration<KnownHospital>
{
    public void Configure(EntityTypeBuilder<KnownHospital> builder)
    {
        builder.ToTable("hospitals");
        builder.HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.HospitalId).HasMaxLength(20);
        builder.Property(hospital => hospital.Version).IsConcurrencyToken();
        builder.Property(hospital => hospital.Name).HasMaxLength(200);
        builder.Property(hospital => hospital.Prefecture).HasMaxLength(2);
        builder.Property(hospital => hospital.Kind).HasConversion<string>().HasMaxLength(30);
    }
}

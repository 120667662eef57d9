using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Register;

internal sealed class HospitalMapping : IEntityTypeConfiguration<Hospital>
{
    public void Configure(EntityTypeBuilder<Hospital> builder)
    {
        builder.ToTable("hospitals");
        builder.HasKey(hospital => hospital.HospitalId);
        builder.Property(hospital => hospital.HospitalId).HasMaxLength(10);
        builder.Property(hospital => hospital.Version).IsConcurrencyToken();
        builder.Property(hospital => hospital.Prefecture).HasMaxLength(2);
        builder.Property(hospital => hospital.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(hospital => hospital.Registry).HasJsonConversion();
        builder.Property(hospital => hospital.Professions).HasJsonConversion().HasDefaultValueSql("'[]'");
        builder.HasMany(hospital => hospital.History).WithOne().HasForeignKey(designation => designation.HospitalId);
        builder.HasMany(hospital => hospital.Sites).WithOne().HasForeignKey(site => site.HospitalId);
        builder.HasIndex(hospital => new { hospital.Prefecture, hospital.Kind });
    }
}

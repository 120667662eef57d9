using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Council.Schedule;

internal sealed class ScheduledConferenceMapping : IEntityTypeConfiguration<ScheduledConference>
{
    public void Configure(EntityTypeBuilder<ScheduledConference> builder)
    {
        builder.ToTable("conferences");
        builder.HasKey(conference => conference.ConferenceId);
        builder.Property(conference => conference.ConferenceId).ValueGeneratedNever();
        // The consumer takes turns; this holds whoever forgets to.
        builder.Property(conference => conference.Version).IsConcurrencyToken();
        builder.Property(conference => conference.Number).HasMaxLength(30);
        builder.Property(conference => conference.State).HasMaxLength(30);
        builder.Property(conference => conference.Title).HasMaxLength(200);
        builder.Property(conference => conference.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(conference => conference.RequestedBy).HasMaxLength(200);
        builder.Property(conference => conference.HostHospitalId).HasMaxLength(20);
        builder.Property(conference => conference.Participants).HasJsonConversion();
        builder.HasIndex(conference => conference.Start);
        builder.HasMany(conference => conference.Hospitals).WithOne().HasForeignKey(hospital => hospital.ConferenceId);
        builder.Navigation(conference => conference.Hospitals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ScheduledHospitalMapping : IEntityTypeConfiguration<ScheduledHospital>
{
    public void Configure(EntityTypeBuilder<ScheduledHospital> builder)
    {
        builder.ToTable("conference_hospitals");
        builder.HasKey(hospital => new { hospital.ConferenceId, hospital.HospitalId });
        builder.Property(hospital => hospital.HospitalId).HasMaxLength(20);
        builder.Property(hospital => hospital.Prefecture).HasMaxLength(2);
        builder.HasIndex(hospital => new { hospital.HospitalId, hospital.Start });
        builder.HasIndex(hospital => new { hospital.Prefecture, hospital.Start });
    }
}

using Conference.Contracts.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Requesting;

/// <summary>That a hospital has to do with a conference, and so may see it.</summary>
internal sealed class InvolvedHospital
{
    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public static IEnumerable<InvolvedHospital> Of(Guid conferenceId, ConferenceRequest request) => request.Participants
        .Select(participant => participant.HospitalId)
        .Prepend(request.HostHospitalId)
        .Select(hospitalId => new InvolvedHospital { ConferenceId = conferenceId, HospitalId = hospitalId });
}

internal sealed class InvolvedHospitalMapping : IEntityTypeConfiguration<InvolvedHospital>
{
    public void Configure(EntityTypeBuilder<InvolvedHospital> builder)
    {
        builder.ToTable("involved_hospitals");
        builder.HasKey(involved => new { involved.ConferenceId, involved.HospitalId });
        builder.Property(involved => involved.HospitalId).HasMaxLength(20);
        builder.HasIndex(involved => involved.HospitalId);
    }
}

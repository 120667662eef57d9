using Conference.Contracts.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Ledger;

/// <summary>A hospital that is invited at the present revision.</summary>
internal sealed class InvitedParty
{
    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required bool Required { get; init; }

    public required ParticipantRole Role { get; init; }
}

internal sealed class InvitedPartyMapping : IEntityTypeConfiguration<InvitedParty>
{
    public void Configure(EntityTypeBuilder<InvitedParty> builder)
    {
        builder.ToTable("invited_hospitals");
        builder.HasKey(party => new { party.ConferenceId, party.HospitalId });
        builder.Property(party => party.HospitalId).HasMaxLength(20);
        builder.Property(party => party.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(party => party.HospitalId);
    }
}

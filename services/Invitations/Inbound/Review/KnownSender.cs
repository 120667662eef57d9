using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Inbound.Review;

/// <summary>An address of which is known whether it answers for a hospital: decided by a person, or delegated by a contact.</summary>
internal sealed class KnownSender
{
    /// <summary>In lower case.</summary>
    public required string Address { get; init; }

    public required string HospitalId { get; init; }

    /// <summary>The only conference it may answer; the empty id for all.</summary>
    public required Guid ConferenceId { get; init; }

    public bool Believed { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class KnownSenderMapping : IEntityTypeConfiguration<KnownSender>
{
    public void Configure(EntityTypeBuilder<KnownSender> builder)
    {
        builder.ToTable("known_senders");
        builder.HasKey(sender => new { sender.Address, sender.HospitalId, sender.ConferenceId });
        builder.Property(sender => sender.Address).HasMaxLength(320);
        builder.Property(sender => sender.HospitalId).HasMaxLength(20);
    }
}

using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Inbound.Proposals;

/// <summary>Another time that a hospital proposed (COUNTER, RFC 5546 section 3.2.7).</summary>
internal sealed class TimeProposal
{
    public required Guid ProposalId { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required Guid ContactId { get; init; }

    /// <summary>The revision that it is proposed in place of.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public ProposalState State { get; set; }

    /// <summary>Whether all sites and ports are free; null until Booking has said so.</summary>
    public bool? Possible { get; set; }

    /// <summary>What Booking said of it.</summary>
    public IReadOnlyList<Remark> Remarks { get; set; } = [];

    public TimeProposalView ToView() => new()
    {
        ProposalId = ProposalId,
        HospitalId = HospitalId,
        Start = Start,
        End = End,
        ProposedAt = ProposedAt,
        State = State,
        Possible = Possible,
        Remarks = Remarks,
    };
}

internal sealed class TimeProposalMapping : IEntityTypeConfiguration<TimeProposal>
{
    public void Configure(EntityTypeBuilder<TimeProposal> builder)
    {
        builder.ToTable("time_proposals");
        builder.HasKey(proposal => proposal.ProposalId);
        builder.Property(proposal => proposal.ProposalId).ValueGeneratedNever();
        builder.Property(proposal => proposal.HospitalId).HasMaxLength(20);
        builder.Property(proposal => proposal.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(proposal => proposal.Remarks).HasJsonConversion();
        builder.HasIndex(proposal => new { proposal.ConferenceId, proposal.State });
    }
}

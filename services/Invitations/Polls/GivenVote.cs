using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Polls;

/// <summary>A vote as it came. Kept for ever, whether it counted or not; never changed.</summary>
internal sealed class GivenVote
{
    public required Guid VoteId { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required int Revision { get; init; }

    public required IReadOnlyList<CandidateMark> Marks { get; init; }

    public required IReadOnlyList<Profession> Professions { get; init; }

    public required AnswerChannel Channel { get; init; }

    public required DateTimeOffset VotedAt { get; set; }

    /// <summary>Makes it the later one of the two, before it is kept.</summary>
    public void ComeAfter(DateTimeOffset earlier) => VotedAt = VotedAt > earlier ? VotedAt : earlier.AddMilliseconds(1);

    /// <summary>The contact whose link it came from, or the id of the caller who entered it.</summary>
    public required string By { get; init; }
}

internal sealed class GivenVoteMapping : IEntityTypeConfiguration<GivenVote>
{
    public void Configure(EntityTypeBuilder<GivenVote> builder)
    {
        builder.ToTable("votes").HasKey(vote => vote.VoteId);
        builder.Property(vote => vote.HospitalId).HasMaxLength(20);
        builder.Property(vote => vote.Channel).HasConversion<string>().HasMaxLength(20);
        builder.Property(vote => vote.Marks).HasJsonConversion();
        builder.Property(vote => vote.Professions).HasJsonConversion();
        builder.HasIndex(vote => new { vote.ConferenceId, vote.HospitalId });
    }
}

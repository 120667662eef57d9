using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Answers;

/// <summary>An answer as it came. Kept for ever, whether it counted or not; never changed.</summary>
internal sealed class GivenAnswer
{
    public required Guid AnswerId { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required int Revision { get; init; }

    public required Answer Answer { get; init; }

    public required AnswerChannel Channel { get; init; }

    public required DateTimeOffset AnsweredAt { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Makes it the later one of the two, before it is kept.</summary>
    public void ComeAfter(DateTimeOffset earlier) => AnsweredAt = AnsweredAt > earlier ? AnsweredAt : earlier.AddMilliseconds(1);

    /// <summary>The contact whose link or address it came from, or the id of the caller who entered it.</summary>
    public required string By { get; init; }
}

internal sealed class GivenAnswerMapping : IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("answers");
        builder.HasKey(answer => answer.AnswerId);
        builder.Property(answer => answer.HospitalId).HasMaxLength(20);
        builder.Property(answer => answer.Answer).HasConversion<string>().HasMaxLength(20);
        builder.Property(answer => answer.Channel).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(answer => new { answer.ConferenceId, answer.HospitalId });
    }
}

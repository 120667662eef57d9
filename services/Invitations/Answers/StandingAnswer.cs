using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Answers;

/// <summary>The answer of a hospital that counts.</summary>
internal sealed class StandingAnswer
{
    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public int Revision { get; private set; }

    public Answer Answer { get; private set; }

    public AnswerChannel Channel { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    public static StandingAnswer Of(GivenAnswer given)
    {
        var standing = new StandingAnswer { ConferenceId = given.ConferenceId, HospitalId = given.HospitalId };
        standing.Set(given);
        return standing;
    }

    /// <summary>Whether an answer takes the place of this one: the higher revision wins, then the later answer, then the later arrival.</summary>
    public bool YieldsTo(GivenAnswer given) => (given.Revision, given.AnsweredAt).CompareTo((Revision, AnsweredAt)) >= 0;

    /// <summary>The one merge of all channels.</summary>
    /// <returns>Whether the hospital now says something else than before.</returns>
    public bool Merge(GivenAnswer given)
    {
        if (!YieldsTo(given))
            return false;
        var changed = given.Revision != Revision || given.Answer != Answer;
        Set(given);
        return changed;
    }

    private void Set(GivenAnswer given) =>
        (Revision, Answer, Channel, AnsweredAt) = (given.Revision, given.Answer, given.Channel, given.AnsweredAt);
}

internal sealed class StandingAnswerMapping : IEntityTypeConfiguration<StandingAnswer>
{
    public void Configure(EntityTypeBuilder<StandingAnswer> builder)
    {
        builder.ToTable("standing_answers");
        builder.HasKey(answer => new { answer.ConferenceId, answer.HospitalId });
        builder.Property(answer => answer.HospitalId).HasMaxLength(20);
        builder.Property(answer => answer.Answer).HasConversion<string>().HasMaxLength(20);
        builder.Property(answer => answer.Channel).HasConversion<string>().HasMaxLength(20);
    }
}

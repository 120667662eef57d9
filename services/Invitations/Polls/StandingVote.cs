using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Polls;

/// <summary>The vote of a hospital that counts.</summary>
internal sealed class StandingVote
{
    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public int Revision { get; private set; }

    public IReadOnlyList<CandidateMark> Marks { get; private set; } = [];

    public IReadOnlyList<Profession> Professions { get; private set; } = [];

    public AnswerChannel Channel { get; private set; }

    public DateTimeOffset VotedAt { get; private set; }

    public string By { get; private set; } = "";

    public static StandingVote Of(GivenVote given)
    {
        var standing = new StandingVote { ConferenceId = given.ConferenceId, HospitalId = given.HospitalId };
        standing.Set(given);
        return standing;
    }

    /// <summary>The one merge of all channels, as that of answers: the higher revision wins, then the later vote, then the later arrival.</summary>
    /// <returns>Whether this vote is the one that counts now.</returns>
    public bool Merge(GivenVote given)
    {
        if ((given.Revision, given.VotedAt).CompareTo((Revision, VotedAt)) < 0)
            return false;
        Set(given);
        return true;
    }

    /// <summary>Forgets marks of candidates that are asked about no more, or that last otherwise now.</summary>
    public void Keep(IReadOnlySet<DateTimeOffset> same) => Marks = [.. Marks.Where(mark => same.Contains(mark.Start))];

    private void Set(GivenVote given) =>
        (Revision, Marks, Professions, Channel, VotedAt, By) = (given.Revision, given.Marks, given.Professions, given.Channel, given.VotedAt, given.By);
}

internal sealed class StandingVoteMapping : IEntityTypeConfiguration<StandingVote>
{
    public void Configure(EntityTypeBuilder<StandingVote> builder)
    {
        builder.ToTable("standing_votes").HasKey(vote => new { vote.ConferenceId, vote.HospitalId });
        builder.Property(vote => vote.HospitalId).HasMaxLength(20);
        builder.Property(vote => vote.Channel).HasConversion<string>().HasMaxLength(20);
        builder.Property(vote => vote.Marks).HasJsonConversion();
        builder.Property(vote => vote.Professions).HasJsonConversion();
    }
}

using Conference.Contracts.Invitations;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Polls;

/// <summary>The poll of a conference as hospitals are asked about it: that of the highest revision.</summary>
internal sealed class AnnouncedPoll
{
    public required Guid ConferenceId { get; init; }

    public int Revision { get; private set; } = -1;

    /// <summary>What is asked; null while nothing was.</summary>
    public PollBrief? Brief { get; private set; }

    /// <summary>The hospitals that are asked.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>Whether it is over: decided, given up or overtaken.</summary>
    public bool Ended { get; private set; }

    /// <summary>Revision of the time that it has led to.</summary>
    public int? DecidedRevision { get; private set; }

    /// <summary>When its candidates are all over; links to it serve until some days later.</summary>
    public DateTimeOffset LastEnd => Brief!.Candidates.Max(candidate => candidate.End);

    public void Announce(SendPoll message)
    {
        (Revision, Brief, Ended, DecidedRevision) = (message.Revision, message.Brief, false, null);
        Asked = [.. message.Hospitals.Select(hospital => hospital.HospitalId).Distinct()];
    }

    /// <summary>Asks about one candidate no more. The last is left: with it the poll ends, which is told.</summary>
    public void Drop(DateTimeOffset start)
    {
        if (Brief is { Candidates.Count: > 1 } brief)
            Brief = brief with { Candidates = [.. brief.Candidates.Where(candidate => candidate.Start != start)] };
    }

    public void End(int? decidedRevision = null) => (Ended, DecidedRevision) = (true, decidedRevision);

    public bool IsOpen(DateTimeOffset now) => !Ended && now < Brief?.Deadline;

    /// <summary>The candidates at which a hospital has a place.</summary>
    public IReadOnlyList<PollCandidate> CandidatesOf(string hospitalId) => [.. Brief!.Candidates.Where(candidate => !candidate.LeftOut.Contains(hospitalId))];
}

internal sealed class AnnouncedPollMapping : IEntityTypeConfiguration<AnnouncedPoll>
{
    public void Configure(EntityTypeBuilder<AnnouncedPoll> builder)
    {
        builder.ToTable("polls").HasKey(poll => poll.ConferenceId);
        builder.Property(poll => poll.Revision).IsConcurrencyToken();
        builder.Property(poll => poll.Brief).HasJsonConversion();
        builder.Property(poll => poll.Asked).HasJsonConversion();
        builder.HasIndex(poll => poll.Ended);
    }
}

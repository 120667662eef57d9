using Conference.Contracts.Booking;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Polls;

/// <summary>One of several slots that a conference holds until its poll is decided. Its sites and ports are booked like any other's.</summary>
internal sealed class Candidate
{
    public required Guid ConferenceId { get; init; }

    /// <summary>1 for the first: which of the conference's port bookings are this candidate's.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>The slot and why it is good, as it was found.</summary>
    public required SlotSuggestion Found { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("candidates").HasKey(candidate => new { candidate.ConferenceId, candidate.Number });
        builder.Property(candidate => candidate.Found).HasJsonConversion();
        builder.HasIndex(candidate => candidate.ExpiresAt);
    }
}

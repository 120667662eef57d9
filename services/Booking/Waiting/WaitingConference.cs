using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Waiting;

/// <summary>A conference that waits for a slot. One row a conference; its place is by class, then since when, then number.</summary>
internal sealed class WaitingConference
{
    public required Guid ConferenceId { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; }

    public int Revision { get; private set; }

    public PriorityClass Priority { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>The command that found nothing: what it would be answered now is what is offered.</summary>
    public HoldSlot Wish { get; private set; } = null!;

    /// <summary>First moment of the time in which it could be.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>End of it, exclusive.</summary>
    public DateTimeOffset To { get; private set; }

    /// <summary>When a slot was sought for it last; null when that is still to be done.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>The hold of a lower class that was asked to make way for it.</summary>
    public Guid? Asked { get; private set; }

    /// <summary>The revision of that hold.</summary>
    public int AskedRevision { get; private set; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public TimeSpan Lead => Wish.Wait!.Lead;

    public void WaitFor(HoldSlot wish, DateTimeOffset from, DateTimeOffset to)
    {
        (Revision, Priority, Since, Number) = (wish.Revision, wish.Priority, wish.Wait!.Since, wish.Wait.Number);
        (Wish, From, To) = (wish, from, to);
        (TriedAt, Asked, AskedAt) = (null, null, null);
    }

    public void Ask(Guid conferenceId, int revision, DateTimeOffset now) => (Asked, AskedRevision, AskedAt) = (conferenceId, revision, now);
}

internal sealed class WaitingConferenceMapping : IEntityTypeConfiguration<WaitingConference>
{
    public void Configure(EntityTypeBuilder<WaitingConference> builder)
    {
        builder.ToTable("waiting").HasKey(waiting => waiting.ConferenceId);
        builder.Property(waiting => waiting.Number).HasMaxLength(20);
        builder.Property(waiting => waiting.Wish).HasJsonConversion();
        builder.HasIndex(waiting => new { waiting.Priority, waiting.Since, waiting.Number });
    }
}

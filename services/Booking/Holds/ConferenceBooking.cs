using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Holds;

/// <summary>Where a conference stands with Booking.</summary>
internal enum BookingState
{
    /// <summary>It was sought and never had a slot.</summary>
    Unplaced,

    /// <summary>It has a slot until the hold runs out.</summary>
    Held,

    /// <summary>It has several slots, each until its own time, of which a poll will choose one.</summary>
    Polling,

    /// <summary>It has a slot for good.</summary>
    Confirmed,

    /// <summary>Its slot was given back.</summary>
    Released,

    /// <summary>Its hold ran out.</summary>
    Expired,
}

/// <summary>A conference and its slot. Which sites and ports that takes is in <see cref="SiteBooking"/> and PortBooking.</summary>
internal sealed class ConferenceBooking
{
    public required Guid ConferenceId { get; init; }

    /// <summary>Revision of the slot it has, or had last.</summary>
    public int Revision { get; private set; }

    /// <summary>Highest revision seen: what belongs to an older one comes too late.</summary>
    public int LatestRevision { get; private set; }

    public BookingState State { get; private set; } = BookingState.Unplaced;

    public DateTimeOffset Start { get; private set; }

    public DateTimeOffset End { get; private set; }

    public string BridgeId { get; private set; } = "";

    /// <summary>When the hold runs out; null unless held.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Its class.</summary>
    public PriorityClass Priority { get; private set; }

    /// <summary>What it asked for, while it holds a slot that it may be asked to change for another; null else.</summary>
    public SlotCriteria? Wish { get; private set; }

    /// <summary>Whether it is on the waiting list.</summary>
    public bool Waits { get; set; }

    /// <summary>Counts the changes, so that two at once are noticed.</summary>
    public int Changes { get; private set; }

    public bool HasSlot => State is BookingState.Held or BookingState.Confirmed;

    /// <summary>Whether any site or port is booked for it.</summary>
    public bool HoldsTime => HasSlot || State == BookingState.Polling;

    /// <summary>Revision of what it has in spite of a refusal: a slot, or the candidates of a poll.</summary>
    public int? KeptRevision => HoldsTime ? Revision : null;

    /// <summary>Whether a command of this revision comes after a later one, after its own slot was given back, or after an earlier one was made final in its place.</summary>
    public bool IsPast(int revision) => revision < LatestRevision
        || (revision == LatestRevision && (State == BookingState.Released || (State == BookingState.Confirmed && Revision < revision)));

    public void See(int revision)
    {
        LatestRevision = Math.Max(LatestRevision, revision);
        Changes++;
    }

    public void Hold(int revision, DateTimeOffset start, DateTimeOffset end, string bridgeId, DateTimeOffset expiresAt)
    {
        See(revision);
        (Revision, State, Start, End, BridgeId, ExpiresAt) = (revision, BookingState.Held, start, end, bridgeId, expiresAt);
    }

    /// <summary>What it holds is in its candidates.</summary>
    public void HoldCandidates(int revision)
    {
        See(revision);
        (Revision, State, ExpiresAt, Wish) = (revision, BookingState.Polling, null, null);
    }

    /// <summary>Keeps what decides whether this hold may be moved for another: its class, and where else it could be.</summary>
    public void Rank(HoldSlot command) =>
        (Priority, Wish) = (command.Priority, command is { Priority: not PriorityClass.High, Criteria.Window: not null } ? command.Criteria : null);

    /// <summary>The number of what is told about its slot: higher than any before.</summary>
    public int NextOrder() => ++Changes;

    /// <param name="revision">The last revision given out when it was decided.</param>
    public void Confirm(int revision)
    {
        See(revision);
        Leave(BookingState.Confirmed);
    }

    public void Release() => Leave(BookingState.Released);

    public void Expire() => Leave(BookingState.Expired);

    private void Leave(BookingState state)
    {
        (State, ExpiresAt, Wish) = (state, null, null);
        Changes++;
    }
}

internal sealed class ConferenceBookingMapping : IEntityTypeConfiguration<ConferenceBooking>
{
    public void Configure(EntityTypeBuilder<ConferenceBooking> builder)
    {
        builder.ToTable("bookings").HasKey(booking => booking.ConferenceId);
        builder.Property(booking => booking.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(booking => booking.BridgeId).HasMaxLength(40);
        builder.Property(booking => booking.Wish).HasJsonConversion();
        builder.Property(booking => booking.Changes).IsConcurrencyToken();
        builder.HasIndex(booking => booking.ExpiresAt).HasFilter("expires_at IS NOT NULL");
    }
}

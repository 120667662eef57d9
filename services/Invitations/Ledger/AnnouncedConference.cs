using System.Security.Cryptography;
using Conference.Contracts.Invitations;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Ledger;

/// <summary>A conference as it is to be told now. Messages come in any order: what is here is the highest revision.</summary>
internal sealed class AnnouncedConference
{
    public required Guid ConferenceId { get; init; }

    /// <summary>Local part of the organizer's address: whoever knows it can answer by mail, so it cannot be guessed.</summary>
    public string Agent { get; private set; } = $"c-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";

    /// <summary>-1 while nothing was announced or withdrawn.</summary>
    public int Revision { get; private set; } = -1;

    public int? ConfirmedRevision { get; private set; }

    public bool Cancelled { get; private set; }

    /// <summary>What to say; null while only a later message than the invitation has come.</summary>
    public ConferenceBrief? Brief { get; private set; }

    public DateTimeOffset? Start { get; private set; }

    public bool Confirmed => ConfirmedRevision == Revision;

    public bool IsLive => !Cancelled && Brief is not null;

    public bool IsOver(DateTimeOffset now) => Brief?.End <= now;

    public void Announce(SendInvitations message)
    {
        (Revision, Brief, Start, Cancelled) = (message.Revision, message.Brief, message.Brief.Start, false);
    }

    public void Withdraw(int revision) => (Revision, Cancelled) = (revision, true);

    public void Confirm(int revision) => ConfirmedRevision = Math.Max(revision, ConfirmedRevision ?? revision);
}

internal sealed class AnnouncedConferenceMapping : IEntityTypeConfiguration<AnnouncedConference>
{
    public void Configure(EntityTypeBuilder<AnnouncedConference> builder)
    {
        builder.ToTable("conferences");
        builder.HasKey(conference => conference.ConferenceId);
        builder.Property(conference => conference.Agent).HasMaxLength(40);
        builder.Property(conference => conference.Brief).HasJsonConversion();
        builder.Property(conference => conference.Revision).IsConcurrencyToken();
        builder.HasIndex(conference => conference.Agent).IsUnique();
        builder.HasIndex(conference => conference.Start);
    }
}

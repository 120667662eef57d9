using Conference.Contracts.Invitations;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Outbound;

/// <summary>One mail to one contact, kept as what it says; the text is made when it is handed over.</summary>
internal sealed class Mail
{
    public required Guid MailId { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required Guid ContactId { get; init; }

    public required string Address { get; init; }

    public required string ContactName { get; init; }

    public required string Language { get; init; }

    public required MailKind Kind { get; init; }

    public required int Revision { get; init; }

    /// <summary>Which of a kind: a reminder's seconds before the deadline or the start, the moment of a repetition; 0 for all other mails.</summary>
    public long Lead { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required MailContent Content { get; init; }

    /// <summary>When it was stored: its Date and DTSTAMP, whole seconds, later for each mail to one recipient.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    public MailState State { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>A dispatcher has it in hand until then.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }

    public bool Dropped { get; set; }
}

internal sealed class MailMapping : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.HasKey(mail => mail.MailId);
        builder.Property(mail => mail.HospitalId).HasMaxLength(20);
        builder.Property(mail => mail.Language).HasMaxLength(2);
        builder.Property(mail => mail.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.Content).HasJsonConversion();

        // No second mail of one revision and kind to one recipient can exist.
        builder.HasIndex(mail => new { mail.ConferenceId, mail.ContactId, mail.Revision, mail.Kind, mail.Lead, mail.Address }).IsUnique();
        builder.HasIndex(mail => new { mail.State, mail.NextAttemptAt });
        builder.HasIndex(mail => new { mail.HospitalId, mail.QueuedAt });
        builder.HasIndex(mail => mail.QueuedAt);
    }
}

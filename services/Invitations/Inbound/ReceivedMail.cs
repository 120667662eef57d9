using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Inbound;

/// <summary>A mail that came, and what became of it. The mail itself stays in the mailbox's folder.</summary>
internal sealed class ReceivedMail
{
    public required Guid ReceivedMailId { get; init; }

    /// <summary>Of its bytes: a mail that is seen again, after a crash or under a new UIDVALIDITY, has no second effect.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Sender { get; init; }

    /// <summary>Whose answer the calendar in it says it is; null without a calendar.</summary>
    public string? Attendee { get; set; }

    public required string Subject { get; init; }

    /// <summary>The first lines of what somebody wrote, kept only while a person has to judge them.</summary>
    public string? Excerpt { get; set; }

    public ReceivedOutcome Outcome { get; set; }

    /// <summary>Why, as a code.</summary>
    public string Reason { get; set; } = "";

    public Guid? ConferenceId { get; set; }

    public string? HospitalId { get; set; }

    public Guid? ContactId { get; set; }

    public Answer? Answer { get; set; }

    public AnswerChannel? Channel { get; set; }

    public int? Revision { get; set; }

    /// <summary>When the answer was given, by the mail's own clock but never after it came.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ProposedStart { get; set; }

    public DateTimeOffset? ProposedEnd { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public ReceivedMail Became(ReceivedOutcome outcome, string reason)
    {
        (Outcome, Reason) = (outcome, reason);
        return this;
    }
}

internal sealed class ReceivedMailMapping : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("received_mails");
        builder.HasKey(mail => mail.ReceivedMailId);
        builder.Property(mail => mail.ReceivedMailId).ValueGeneratedNever();
        builder.Property(mail => mail.Hash).HasMaxLength(64);
        builder.Property(mail => mail.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.Reason).HasMaxLength(40);
        builder.Property(mail => mail.HospitalId).HasMaxLength(20);
        builder.Property(mail => mail.Answer).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.Channel).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(mail => mail.Hash).IsUnique();
        builder.HasIndex(mail => new { mail.Outcome, mail.ReceivedAt });
        builder.HasIndex(mail => new { mail.ConferenceId, mail.ReceivedAt });
    }
}

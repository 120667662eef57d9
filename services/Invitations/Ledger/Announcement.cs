using Conference.Contracts.Invitations;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Ledger;

/// <summary>The answer that a SendInvitations or SendPoll got: a repeated one gets the same.</summary>
internal sealed class Announcement
{
    public required Guid ConferenceId { get; init; }

    public required int Revision { get; init; }

    public required int Mails { get; init; }

    public required IReadOnlyList<string> WithoutContact { get; init; }

    public InvitationsSent ToMessage() => new()
    {
        ConferenceId = ConferenceId,
        Revision = Revision,
        Mails = Mails,
        WithoutContact = WithoutContact,
    };

    public PollSent ToPollMessage() => new()
    {
        ConferenceId = ConferenceId,
        Revision = Revision,
        Mails = Mails,
        WithoutContact = WithoutContact,
    };
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements");
        builder.HasKey(announcement => new { announcement.ConferenceId, announcement.Revision });
        builder.Property(announcement => announcement.WithoutContact).HasJsonConversion();
    }
}

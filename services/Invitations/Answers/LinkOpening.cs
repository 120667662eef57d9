using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Answers;

/// <summary>When a contact's link was last accessed, be it by a mail gateway.</summary>
internal sealed class LinkOpening
{
    public required Guid ConferenceId { get; init; }

    public required Guid ContactId { get; init; }

    public DateTimeOffset OpenedAt { get; set; }
}

internal sealed class LinkOpeningMapping : IEntityTypeConfiguration<LinkOpening>
{
    public void Configure(EntityTypeBuilder<LinkOpening> builder)
    {
        builder.ToTable("link_openings");
        builder.HasKey(opening => new { opening.ConferenceId, opening.ContactId });
    }
}

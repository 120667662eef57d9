using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Contacts;

/// <summary>A contact that wants no reminders. What is new or changed it is told all the same.</summary>
internal sealed class QuietContact
{
    public required Guid ContactId { get; init; }

    public required DateTimeOffset Since { get; init; }
}

internal sealed class QuietContactMapping : IEntityTypeConfiguration<QuietContact>
{
    public void Configure(EntityTypeBuilder<QuietContact> builder)
    {
        builder.ToTable("quiet_contacts");
        builder.HasKey(contact => contact.ContactId);
        builder.Property(contact => contact.ContactId).ValueGeneratedNever();
    }
}

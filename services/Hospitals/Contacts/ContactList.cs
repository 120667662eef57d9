using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Contacts;

/// <summary>Everybody who is written to at a hospital: read and replaced whole.</summary>
internal sealed class ContactList
{
    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<HospitalContact> Contacts { get; private set; } = [];

    public void Replace(IReadOnlyList<HospitalContact> contacts)
    {
        Contacts = contacts;
        Version++;
    }

    public HospitalContactsChanged ToChanged() => new() { HospitalId = HospitalId, Version = Version, Contacts = Contacts };
}

internal sealed class ContactListMapping : IEntityTypeConfiguration<ContactList>
{
    public void Configure(EntityTypeBuilder<ContactList> builder)
    {
        builder.ToTable("contact_lists");
        builder.HasKey(list => list.HospitalId);
        builder.Property(list => list.HospitalId).HasMaxLength(10);
        builder.Property(list => list.Version).IsConcurrencyToken();
        builder.Property(list => list.Contacts).HasJsonConversion();
    }
}

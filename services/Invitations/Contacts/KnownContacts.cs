using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Invitations.Contacts;

/// <summary>Our own copy of a hospital's contacts.</summary>
internal sealed class KnownContacts
{
    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<HospitalContact> Contacts { get; private set; } = [];

    /// <summary>Takes over a newer version; false for any other, which is ignored.</summary>
    public bool Take(HospitalContactsChanged message)
    {
        if (message.Version <= Version)
            return false;
        (Version, Contacts) = (message.Version, message.Contacts);
        return true;
    }

    /// <summary>Those who get invitations, one for each address.</summary>
    public IEnumerable<Recipient> Recipients() => Of(Contacts.Where(contact => contact.Role is ContactRole.SiteContact or ContactRole.Coordinator));

    /// <summary>All who can be written to, whatever they do, one for each address.</summary>
    public IEnumerable<Recipient> Everybody() => Of(Contacts);

    private IEnumerable<Recipient> Of(IEnumerable<HospitalContact> contacts) => contacts
        .Select(contact => Recipient.Of(HospitalId, contact))
        .OfType<Recipient>()
        .DistinctBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase);
}

internal sealed class KnownContactsMapping : IEntityTypeConfiguration<KnownContacts>
{
    public void Configure(EntityTypeBuilder<KnownContacts> builder)
    {
        builder.ToTable("hospital_contacts");
        builder.HasKey(contacts => contacts.HospitalId);
        builder.Property(contacts => contacts.HospitalId).HasMaxLength(20);
        builder.Property(contacts => contacts.Version).IsConcurrencyToken();
        builder.Property(contacts => contacts.Contacts).HasJsonConversion();
    }
}

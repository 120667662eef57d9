using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Portal.Access.Secrets;

/// <summary>A key of Data Protection, itself encrypted: cookies and the secrets of second factors depend on it.</summary>
internal sealed class StoredKey
{
    public required Guid Id { get; init; }

    public required string Xml { get; init; }
}

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("data_protection_keys").HasKey(key => key.Id);
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}

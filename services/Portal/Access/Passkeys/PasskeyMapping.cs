using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Portal.Access.Passkeys;

/// <summary>Public keys: nothing here is a secret.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    // WebAuthn Level 3, section 4, "Credential ID": at most 1023 bytes.
    private const int LongestCredentialId = 1023;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys").HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestCredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}

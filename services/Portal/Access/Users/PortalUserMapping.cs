using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Portal.Access.Users;

internal sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.NormalizedEmail).IsUnique();
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(user => user.UserName).HasMaxLength(256);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(256);
        builder.Property(user => user.Email).HasMaxLength(256);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(256);
        builder.Property(user => user.Name).HasMaxLength(100);
        builder.Property(user => user.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(user => user.Scope).HasScopeConversion();
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
    }
}

internal sealed class UserClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("user_claims").HasKey(claim => claim.Id);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(claim => claim.UserId);
    }
}

internal sealed class UserLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("user_logins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(login => login.UserId);
    }
}

/// <summary>The secret of the second factor and the recovery codes are kept here.</summary>
internal sealed class UserTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("user_tokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(token => token.UserId);
    }
}

internal static class ScopeColumn
{
    public static void HasScopeConversion(this PropertyBuilder<Scope> property) =>
        property.HasConversion(scope => scope.ToString(), text => Read(text)).HasMaxLength(60);

    private static Scope Read(string text) => Scope.TryParse(text, out var scope)
        ? scope
        : throw new InvalidOperationException($"'{text}' in the store is not a scope.");
}

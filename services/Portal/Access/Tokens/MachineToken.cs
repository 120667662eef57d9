using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Portal.Access.Tokens;

/// <summary>A machine's access. The token itself is shown once and kept nowhere; here is its SHA-256.</summary>
internal sealed class MachineToken
{
    public required Guid Id { get; init; }

    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Null: until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public Caller ToCaller() => new($"token:{Id}", Name, Role, Scope);
}

internal sealed class MachineTokenMapping : IEntityTypeConfiguration<MachineToken>
{
    public void Configure(EntityTypeBuilder<MachineToken> builder)
    {
        builder.ToTable("machine_tokens").HasKey(token => token.Id);
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.Property(token => token.CreatedBy).HasMaxLength(100);
        builder.Property(token => token.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(token => token.Scope).HasScopeConversion();
    }
}

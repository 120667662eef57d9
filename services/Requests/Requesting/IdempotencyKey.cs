using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Requesting;

/// <summary>A key under which a caller sent a request, and the answer it got (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header).</summary>
internal sealed class IdempotencyKey
{
    public const int MaxLength = 200;

    /// <summary>Whether a header is there and cannot be a key. Letters outside ASCII would pass one server and not the next (RFC 9110, 5.5).</summary>
    public static bool IsWrong(string? key) => key is not null && !(key.Length is > 0 and <= MaxLength && key.All(letter => letter is >= ' ' and <= '~'));

    public required string CallerId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the body, so that another body under the same key is noticed.</summary>
    public required string BodyHash { get; init; }

    public required ConferenceAccepted Answer { get; init; }

    public required DateTimeOffset UsedAt { get; init; }
}

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(key => new { key.CallerId, key.Key });
        builder.Property(key => key.CallerId).HasMaxLength(200);
        builder.Property(key => key.Key).HasMaxLength(IdempotencyKey.MaxLength);
        builder.Property(key => key.BodyHash).HasMaxLength(64);
        builder.Property(key => key.Answer).HasJsonConversion();
        builder.HasIndex(key => key.UsedAt);
    }
}

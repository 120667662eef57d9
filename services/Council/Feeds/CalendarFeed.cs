using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Council.Feeds;

/// <summary>A feed that somebody made; its address is signed, and works until it is revoked.</summary>
internal sealed class CalendarFeed
{
    public required Guid FeedId { get; init; }

    public required string OwnerId { get; init; }

    public required string ScopeText { get; init; }

    /// <summary>Only what this person asked for; null for all in the scope.</summary>
    public string? RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The entity tag of what was served last.</summary>
    public string ETag { get; private set; } = "";

    /// <summary>When what is served was first seen to be other than before, to the second as HTTP says it.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }

    public Scope Scope => Scope.TryParse(ScopeText, out var scope) ? scope : throw new InvalidOperationException($"Feed {FeedId} has the scope '{ScopeText}'.");

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>
    /// Notes what is served now. The time moves with the content, also when a conference leaves the feed: the
    /// newest change among those that remain would not.
    /// </summary>
    public void Serve(string eTag, DateTimeOffset now)
    {
        if (eTag == ETag)
            return;
        ETag = eTag;
        ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("feeds");
        builder.HasKey(feed => feed.FeedId);
        builder.Property(feed => feed.FeedId).ValueGeneratedNever();
        builder.Property(feed => feed.OwnerId).HasMaxLength(100);
        builder.Property(feed => feed.ScopeText).HasColumnName("scope").HasMaxLength(40);
        builder.Property(feed => feed.RequestedBy).HasMaxLength(200);
        builder.Property(feed => feed.ETag).HasColumnName("etag").HasMaxLength(80);
        builder.Ignore(feed => feed.Scope);
        builder.HasIndex(feed => feed.OwnerId);
    }
}

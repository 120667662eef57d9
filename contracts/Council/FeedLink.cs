namespace Conference.Contracts.Council;

/// <summary>A calendar feed: answer of <c>POST /api/feeds</c>.</summary>
public sealed record FeedLink
{
    /// <summary>The feed.</summary>
    public required Guid FeedId { get; init; }

    /// <summary>The signed address; whoever has it can read the feed until it is revoked.</summary>
    public required string Url { get; init; }

    /// <summary>What it shows: <c>hospital:H1301</c>, <c>prefecture:13</c>, <c>nation</c>, or <c>mine</c>: what its owner asked for.</summary>
    public required string Scope { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

namespace Conference.Contracts.Requests;

/// <summary>A conference that waits for its coordinator's decision: an item of <c>GET /api/conferences/attention</c>.</summary>
public sealed record AttentionItem
{
    /// <summary>The conference.</summary>
    public required ConferenceListItem Conference { get; init; }

    /// <summary>Why, as a code.</summary>
    public AttentionCause Cause { get; init; }

    /// <summary>What has to be decided, in one sentence.</summary>
    public required Remark Why { get; init; }

    /// <summary>Whether it waits for a slot and may be placed by itself.</summary>
    public required bool Waiting { get; init; }

    /// <summary>Whether hospitals keep a time that cannot be held.</summary>
    public required bool Disrupted { get; init; }
}

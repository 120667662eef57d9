namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>A message that a consumer gave up on: an item of <c>GET /api/operations/{service}/failed-messages</c>.</summary>
public sealed record FailedMessage
{
    /// <summary>Names it in the desk's other calls.</summary>
    public required string Id { get; init; }

    /// <summary>The message's id, which is the same at every queue; null when somebody put it there by hand without one.</summary>
    public string? MessageId { get; init; }

    /// <summary>The queue at which it failed; null where that was not noted.</summary>
    public string? Queue { get; init; }

    /// <summary>The message's type (<c>HoldSlot</c>).</summary>
    public required string MessageType { get; init; }

    /// <summary>When it failed last; embedded, when it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Kind of the fault and what it said.</summary>
    public required string Failure { get; init; }

    /// <summary>The message as it travels, envelope and content (JSON); null in lists.</summary>
    public string? Body { get; init; }

    internal static string TypeOf(string urn) => urn[(urn.LastIndexOfAny([':', '.', '+']) + 1)..];
}

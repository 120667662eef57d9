namespace Conference.Platform.Messaging;

/// <summary>A scheduled message whose time has come.</summary>
public sealed record DueMessage
{
    /// <summary>The message's id. The same schedule gives the same id, so that a timer that fires twice takes effect once.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The token under which it was scheduled.</summary>
    public required Guid Token { get; init; }

    /// <summary>Where it goes.</summary>
    public required Uri Destination { get; init; }

    /// <summary>The names of its type, as the bus writes them.</summary>
    public required IReadOnlyList<string> MessageTypes { get; init; }

    /// <summary>Its content, as JSON.</summary>
    public required string Payload { get; init; }
}

namespace Conference.Platform.Telemetry;

/// <summary>What a service has committed and not yet delivered: an item of <c>GET /health/backlog</c>.</summary>
public sealed record MessageBacklog
{
    /// <summary>The service's name in lower case.</summary>
    public required string Service { get; init; }

    /// <summary>Messages on their way.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the oldest of them was written; null when there is none.</summary>
    public DateTimeOffset? OldestAt { get; init; }

    /// <summary>Those among them that a consumer gave up on and that are tried again (embedded mode).</summary>
    public required int Failed { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Platform.Audit;

/// <summary>What came of what somebody did.</summary>
[JsonConverter(typeof(AuditOutcomeConverter))]
public enum AuditOutcome
{
    /// <summary>Something was changed; the entry was committed with the change.</summary>
    Changed,

    /// <summary>A case was shown.</summary>
    Looked,

    /// <summary>It was answered well, and nothing in the store had to change: a repetition, or an effect outside the store.</summary>
    Done,

    /// <summary>It was refused: not allowed, not there, not valid.</summary>
    Refused,

    /// <summary>It failed through a fault of ours.</summary>
    Failed,
}

internal sealed class AuditOutcomeConverter() : JsonStringEnumConverter<AuditOutcome>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

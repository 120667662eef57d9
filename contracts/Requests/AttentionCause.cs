using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>Why a conference waits for its coordinator.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AttentionCause>))]
public enum AttentionCause
{
    /// <summary>It has no time, or none that all required hospitals can.</summary>
    NoSlot,

    /// <summary>Something has come between it and its slot.</summary>
    Disrupted,

    /// <summary>The host declined.</summary>
    HostDeclined,

    /// <summary>It is confirmed, and by later answers too few take part.</summary>
    BelowQuorum,

    /// <summary>It is over, attendance is not recorded, and half of the time for it has passed.</summary>
    RecordDue,
}

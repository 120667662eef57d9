using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>Who comes first where there is not enough for all. An earlier class comes first; services/Booking/README.md has the rule.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PriorityClass>))]
public enum PriorityClass
{
    /// <summary>優先.</summary>
    High,

    /// <summary>通常.</summary>
    Normal,

    /// <summary>譲る: makes way for all others.</summary>
    Low,
}

using System.Text.Json.Serialization;

namespace Conference.Contracts.Booking;

/// <summary>What can come between a conference and its slot.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DisruptionCause>))]
public enum DisruptionCause
{
    /// <summary>A site was closed, taken out of service or withdrawn with its hospital.</summary>
    Site,

    /// <summary>Its bridge has gone, no longer serves its sites or has fewer ports than were given out; or a site needs more than were reserved.</summary>
    Bridge,

    /// <summary>A conference of a higher class waits for its time, and it can have another.</summary>
    Outranked,
}

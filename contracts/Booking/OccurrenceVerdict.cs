using System.Text.Json.Serialization;

namespace Conference.Contracts.Booking;

/// <summary>What a dry run says of one occurrence.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OccurrenceVerdict>))]
public enum OccurrenceVerdict
{
    /// <summary>It can be held at this time.</summary>
    Fits,

    /// <summary>Not at this time; something close to it was found.</summary>
    Alternative,

    /// <summary>Not at this time, and nothing close to it was found.</summary>
    Impossible,

    /// <summary>Left out by the series' holiday rule.</summary>
    Skipped,
}

using Conference.Contracts.Requests;

namespace Conference.Contracts.Hospitals;

/// <summary>A stretch that recurs every week, in the network's time zone.</summary>
public sealed record WeeklyClosure
{
    /// <summary>Day of the week.</summary>
    public required Weekday Day { get; init; }

    /// <summary>Start.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>End, exclusive; 00:00 means the end of the day.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Why, up to 100 characters, for signed-in readers.</summary>
    public required string Reason { get; init; }
}

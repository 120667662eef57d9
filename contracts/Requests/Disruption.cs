using Conference.Contracts.Booking;

namespace Conference.Contracts.Requests;

/// <summary>Something has come between a conference and its slot, and its coordinator has to decide.</summary>
public sealed record Disruption
{
    /// <summary>What has.</summary>
    public required DisruptionCause Cause { get; init; }

    /// <summary>Whether the conference cannot be held as booked.</summary>
    public required bool Required { get; init; }

    /// <summary>The hospitals affected.</summary>
    public IReadOnlyList<string> HospitalIds { get; init; } = [];

    /// <summary>Why, and what would help.</summary>
    public required SlotExplanation Explanation { get; init; }

    /// <summary>Since when it is known.</summary>
    public required DateTimeOffset Since { get; init; }
}

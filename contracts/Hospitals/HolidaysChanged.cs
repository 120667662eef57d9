namespace Conference.Contracts.Hospitals;

/// <summary>All holidays as they stand now. Sent by Hospitals; taken by Booking and Requests.</summary>
public sealed record HolidaysChanged
{
    /// <summary>Grows with every change.</summary>
    public required long Version { get; init; }

    /// <summary>All of them.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }
}

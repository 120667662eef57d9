namespace Conference.Booking.Network;

/// <summary>What Booking has heard of hospitals and their sites.</summary>
internal sealed record NetworkCopy
{
    public required IReadOnlyDictionary<string, KnownHospital> Hospitals { get; init; }

    public required IReadOnlyDictionary<string, KnownClosures> Closures { get; init; }

    public required IReadOnlyDictionary<string, KnownTest> Tests { get; init; }

    public required RestDays RestDays { get; init; }
}

using Conference.Contracts.Booking;

namespace Conference.Requests.Lifecycle;

/// <summary>A time at which a hospital said it cannot take part.</summary>
public sealed record DeclinedTime(string HospitalId, TimeRange Time);

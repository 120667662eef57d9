namespace Conference.Contracts.Requests;

/// <summary>How many of one profession of one hospital took part.</summary>
public sealed record AttendanceEntry
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The profession.</summary>
    public required Profession Profession { get; init; }

    /// <summary>People of the hospital itself, 0 to 10,000.</summary>
    public required int Inside { get; init; }

    /// <summary>People from outside it (家庭医, other institutions), 0 to 10,000.</summary>
    public required int Outside { get; init; }
}

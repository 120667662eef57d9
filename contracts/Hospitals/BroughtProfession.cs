using Conference.Contracts.Requests;

namespace Conference.Contracts.Hospitals;

/// <summary>A profession that a hospital can bring to a conference.</summary>
public sealed record BroughtProfession
{
    /// <summary>The profession.</summary>
    public required Profession Profession { get; init; }

    /// <summary>On which days of the week, at least one.</summary>
    public required IReadOnlyList<Weekday> Days { get; init; }
}

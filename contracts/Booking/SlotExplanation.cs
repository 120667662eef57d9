namespace Conference.Contracts.Booking;

/// <summary>Why there is no slot, and what would help.</summary>
public sealed record SlotExplanation
{
    /// <summary>One sentence.</summary>
    public required Remark Summary { get; init; }

    /// <summary>What blocks: sites, closures, missing ports.</summary>
    public IReadOnlyList<Remark> Blocking { get; init; } = [];

    /// <summary>The smallest set of hospitals found to block; empty when it is not about hospitals.</summary>
    public IReadOnlyList<string> BlockingHospitals { get; init; } = [];

    /// <summary>Cheapest first, at most five.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];
}

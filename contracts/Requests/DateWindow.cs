namespace Conference.Contracts.Requests;

/// <summary>The days within which a slot is sought, in the network's time zone, both included.</summary>
public sealed record DateWindow
{
    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; not before <see cref="From"/>, at most 400 days after it.</summary>
    public required DateOnly To { get; init; }
}

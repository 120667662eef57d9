namespace Conference.Contracts;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Page<T>
{
    /// <summary>Items of this page, at most 1,000.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required int Total { get; init; }
}

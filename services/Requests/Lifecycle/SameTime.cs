namespace Conference.Requests.Lifecycle;

/// <summary>The revisions that named one and the same time, one after the other.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last: of use only while it is the one in force.</param>
public sealed record SameTime(int First, int Last);

namespace Conference.Audit.Report;

/// <summary>Something that does not agree, or a thing that waits and why.</summary>
/// <param name="ConferenceId">The conference; null when it is about none.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Todo">What to do.</param>
public sealed record Finding(Guid? ConferenceId, Text What, Text Todo)
{
    /// <summary>
    /// What it is about, where <see cref="What"/> says how bad it is by now: a second reading words the same thing
    /// otherwise. Null where the words stay.
    /// </summary>
    internal string? Subject { get; init; }

    /// <summary>What two readings of the same thing have in common.</summary>
    internal (Guid?, string) Key => (ConferenceId, Subject ?? What.En);
}

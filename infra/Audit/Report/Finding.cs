namespace Conference.Audit.Report;

/// <summary>Something that does not agree, or a thing that waits and why.</summary>
/// <param name="ConferenceId">The conference; null when it is about none.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Todo">What to do.</param>
public sealed record Finding(Guid? ConferenceId, Text What, Text Todo);

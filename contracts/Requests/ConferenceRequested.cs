namespace Conference.Contracts.Requests;

/// <summary>
/// A request was accepted. Sent by Requests' endpoint in the transaction that stored it; starts the
/// conference's lifecycle.
/// </summary>
public sealed record ConferenceRequested
{
    /// <summary>The conference (UUIDv7).</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people: fiscal year and serial, <c>2026-000123</c>.</summary>
    public required string Number { get; init; }

    /// <summary>What was asked for.</summary>
    public required ConferenceRequest Request { get; init; }

    /// <summary>Who asked: the user's name as signed in.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The series that it is an occurrence of; null for a single conference.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>Whether nobody is invited before all of the series are held.</summary>
    public bool AwaitsSeries { get; init; }
}

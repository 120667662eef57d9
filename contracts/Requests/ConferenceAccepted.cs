namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>POST /api/conferences</c>: 202, and Location names the conference.</summary>
public sealed record ConferenceAccepted
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>For example that the title looks as if it named a patient.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];
}

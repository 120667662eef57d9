namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>POST /api/series</c>: 202, and Location names the series.</summary>
public sealed record SeriesAccepted
{
    /// <summary>The series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Number for people: that of its first conference.</summary>
    public required string Number { get; init; }

    /// <summary>How many conferences it has.</summary>
    public required int Conferences { get; init; }

    /// <summary>For example that the title looks as if it named a patient.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];
}

namespace Conference.Contracts.Hospitals;

/// <summary>One day of the body of <c>PUT /api/holidays</c>, a list of up to 1,000 that replaces all.</summary>
public sealed record HolidayEntry
{
    /// <summary>The day; required, each once.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Name in Japanese, up to 100 characters; required.</summary>
    public string? NameJa { get; init; }

    /// <summary>Name in English, up to 100 characters; the Japanese name when left out.</summary>
    public string? NameEn { get; init; }
}

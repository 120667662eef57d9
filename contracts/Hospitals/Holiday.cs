namespace Conference.Contracts.Hospitals;

/// <summary>A day on which the network rests.</summary>
public sealed record Holiday
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string NameJa { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }
}

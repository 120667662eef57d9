namespace Conference.Contracts.Hospitals;

/// <summary>A row of a registry file that could not be taken.</summary>
public sealed record RegistryRowError
{
    /// <summary>Line in the file, the header being 1.</summary>
    public required int Line { get; init; }

    /// <summary>The id it gave, if any.</summary>
    public string? HospitalId { get; init; }

    /// <summary>The column.</summary>
    public required string Field { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required Remark Problem { get; init; }
}

namespace Conference.Contracts.Hospitals;

/// <summary>What an import of the registry did.</summary>
public sealed record RegistryImportResult
{
    /// <summary>Rows read.</summary>
    public required int Rows { get; init; }

    /// <summary>Hospitals added.</summary>
    public required int Added { get; init; }

    /// <summary>Hospitals renamed, re-designated or otherwise changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Hospitals already as the file says.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were left out, and why.</summary>
    public IReadOnlyList<RegistryRowError> Errors { get; init; } = [];

    /// <summary>Hospitals of the register that the file does not name. They stay as they are: leaving is somebody's decision.</summary>
    public IReadOnlyList<string> NotInFile { get; init; } = [];
}

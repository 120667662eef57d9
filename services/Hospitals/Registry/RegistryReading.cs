using Conference.Contracts.Hospitals;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Registry;

/// <summary>What a registry file says. With <see cref="Faults"/> the file as a whole could not be read, and nothing of it is taken.</summary>
internal sealed record RegistryReading
{
    public int Rows { get; init; }

    public IReadOnlyList<RegistryEntry> Entries { get; init; } = [];

    public IReadOnlyList<RegistryRowError> Errors { get; init; } = [];

    /// <summary>Ids of all rows, broken ones too.</summary>
    public IReadOnlySet<string> Named { get; init; } = new HashSet<string>();

    public IReadOnlyCollection<Fault> Faults { get; init; } = [];
}

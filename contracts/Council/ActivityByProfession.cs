using Conference.Contracts.Requests;

namespace Conference.Contracts.Council;

/// <summary>People of one profession.</summary>
public sealed record ActivityByProfession
{
    /// <summary>Profession.</summary>
    public required Profession Profession { get; init; }

    /// <summary>From the hospitals themselves.</summary>
    public required int Inside { get; init; }

    /// <summary>From outside.</summary>
    public required int Outside { get; init; }
}

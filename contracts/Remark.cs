namespace Conference.Contracts;

/// <summary>A sentence for people, in both languages, with a code for programs. Never holds case text.</summary>
public sealed record Remark
{
    /// <summary>Stable code in snake case, for example <c>site_closed</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The sentence in Japanese.</summary>
    public required string Ja { get; init; }

    /// <summary>The sentence in English.</summary>
    public required string En { get; init; }
}

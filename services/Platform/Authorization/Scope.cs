namespace Conference.Platform.Authorization;

/// <summary>
/// For which hospitals somebody may act: <c>nation</c>, <c>prefecture:13</c> or <c>hospital:H1301</c>. A
/// hospital's id carries its prefecture in its second and third character.
/// </summary>
public sealed record Scope
{
    private Scope(string kind, string value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>All hospitals.</summary>
    public static Scope Nation { get; } = new("nation", "");

    /// <summary><c>nation</c>, <c>prefecture</c> or <c>hospital</c>.</summary>
    public string Kind { get; }

    /// <summary>The prefecture's JIS code or the hospital's id; empty for the nation.</summary>
    public string Value { get; }

    /// <summary>Whether every hospital is covered.</summary>
    public bool IsNation => Kind == "nation";

    /// <summary>What a covered hospital's id begins with; empty for the nation.</summary>
    public string HospitalIdPrefix => Kind == "prefecture" ? $"H{Value}" : Value;

    /// <summary>One prefecture.</summary>
    public static Scope OfPrefecture(string jisCode) => new("prefecture", jisCode);

    /// <summary>One hospital.</summary>
    public static Scope OfHospital(string hospitalId) => new("hospital", hospitalId);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out Scope scope)
    {
        scope = Nation;
        if (text == "nation")
            return true;
        if (text?.Split(':') is not [var kind and ("prefecture" or "hospital"), { Length: > 0 } value])
            return false;
        scope = new Scope(kind, value);
        return true;
    }

    /// <summary>Whether a hospital is within the scope.</summary>
    public bool Covers(string hospitalId)
    {
        ArgumentNullException.ThrowIfNull(hospitalId);
        return Kind == "hospital" ? hospitalId == Value : hospitalId.StartsWith(HospitalIdPrefix, StringComparison.Ordinal);
    }

    /// <summary>Whether any of these hospitals is within the scope.</summary>
    public bool CoversAny(IEnumerable<string> hospitalIds) => hospitalIds.Any(Covers);

    /// <inheritdoc/>
    public override string ToString() => IsNation ? Kind : $"{Kind}:{Value}";
}

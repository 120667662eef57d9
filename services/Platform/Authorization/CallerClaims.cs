namespace Conference.Platform.Authorization;

/// <summary>Names of the claims that make a <see cref="Caller"/>; short, as in a signed token (RFC 7519).</summary>
public static class CallerClaims
{
    /// <summary>Stable id.</summary>
    public const string Id = "sub";

    /// <summary>Name for people.</summary>
    public const string Name = "name";

    /// <summary>Role by its name.</summary>
    public const string Role = "role";

    /// <summary>Scope as text.</summary>
    public const string Scope = "scope";
}

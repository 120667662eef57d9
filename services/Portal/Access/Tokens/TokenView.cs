using Conference.Platform.Authorization;

namespace Conference.Portal.Access.Tokens;

/// <summary>A machine's token as listed: never the token itself.</summary>
internal sealed record TokenView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary><c>nation</c>, <c>prefecture:13</c> or <c>hospital:H1301</c>.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public static TokenView Of(MachineToken token) => new()
    {
        Id = token.Id,
        Name = token.Name,
        Role = token.Role,
        Scope = token.Scope.ToString(),
        CreatedAt = token.CreatedAt,
        CreatedBy = token.CreatedBy,
        ExpiresAt = token.ExpiresAt,
        RevokedAt = token.RevokedAt,
    };
}

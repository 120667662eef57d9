using Conference.Platform.Authorization;

namespace Conference.Portal.Access.Users;

/// <summary>A user as listed.</summary>
internal sealed record UserView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required Role Role { get; init; }

    /// <summary><c>nation</c>, <c>prefecture:13</c> or <c>hospital:H1301</c>.</summary>
    public required string Scope { get; init; }

    public required bool HasSecondFactor { get; init; }

    public required bool IsDisabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static UserView Of(PortalUser user) => new()
    {
        Id = user.Id,
        Name = user.Name,
        Email = user.Email!,
        Role = user.Role,
        Scope = user.Scope.ToString(),
        HasSecondFactor = user.TwoFactorEnabled,
        IsDisabled = user.DisabledAt is not null,
        CreatedAt = user.CreatedAt,
    };
}

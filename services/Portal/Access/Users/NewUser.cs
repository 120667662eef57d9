using Conference.Platform.Authorization;

namespace Conference.Portal.Access.Users;

/// <summary>A user to be made.</summary>
public sealed record NewUser
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address, with which they sign in.</summary>
    public required string Email { get; init; }

    /// <summary>What they are.</summary>
    public required Role Role { get; init; }

    /// <summary>For which hospitals they may act.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Password of 12 characters or more.</summary>
    public required string Password { get; init; }

    /// <summary>Whether they must choose a password of their own at the first sign-in. Default <c>true</c>.</summary>
    public bool MustChoosePassword { get; init; } = true;

    /// <summary>Whether they sign in without a second factor: for demonstrations. Default <c>false</c>.</summary>
    public bool MaySkipSecondFactor { get; init; }
}

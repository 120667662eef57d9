using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Users;

/// <summary>A person who signs in. The mail address is the user name.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Name for people.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public required Scope Scope { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The present password was made by somebody else and serves once.</summary>
    public bool MustChoosePassword { get; set; }

    /// <summary>Users of a demonstration sign in with a password alone.</summary>
    public bool MaySkipSecondFactor { get; set; }

    /// <summary>The last code that was taken: it is not taken twice (RFC 6238, section 5.2).</summary>
    public string? LastCode { get; set; }

    public DateTimeOffset? LastCodeAt { get; set; }

    public Caller ToCaller() => new(Id.ToString(), Name, Role, Scope);
}

using Conference.Platform.Problems;

namespace Conference.Portal.Access.Users;

/// <summary>Makes users and takes their access away.</summary>
public interface IUserDirectory
{
    /// <summary>Makes a user.</summary>
    /// <returns>The user's id, or what was wrong.</returns>
    Task<UserCreated> CreateAsync(NewUser user, CancellationToken cancellationToken = default);
}

/// <summary>What became of a new user.</summary>
/// <param name="Id">The user's id; null when something was wrong.</param>
/// <param name="Faults">What was wrong; empty when the user was made.</param>
public sealed record UserCreated(Guid? Id, IReadOnlyCollection<Fault> Faults);

using Conference.Platform.Audit;
using Conference.Platform.Problems;
using Conference.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Users;

/// <summary>What is done with users, for the API and the page alike.</summary>
internal sealed class UserAccounts(IUserDirectory directory, PortalStore store, UserManager<PortalUser> users, TimeProvider time)
{
    public async Task<IReadOnlyList<UserView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id).ToListAsync(cancellationToken)).Select(UserView.Of)];

    public async Task<(InvitedUser? Invited, IReadOnlyCollection<Fault> Faults)> InviteAsync(UserInvitation invitation, CancellationToken cancellationToken)
    {
        var faults = UserDirectory.Check(invitation.Name, invitation.Email);
        if (Assignment.Read(invitation.Role, invitation.Scope, faults) is not { } assignment || faults.Count > 0)
            return (null, faults);

        var password = OneTimePassword.Make();
        var created = await directory.CreateAsync(
            new NewUser { Name = invitation.Name!, Email = invitation.Email!, Role = assignment.Role, Scope = assignment.Scope, Password = password },
            cancellationToken);
        return created.Id is { } id ? (new InvitedUser(id, password), []) : (null, created.Faults);
    }

    /// <summary>Takes the access away: whoever is signed in is signed out within a minute.</summary>
    /// <returns>Whether there is such a user.</returns>
    public async Task<bool> DisableAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return false;

        store.Concerns("userId", id);
        user.DisabledAt ??= time.GetUtcNow();
        await users.UpdateSecurityStampAsync(user);
        return true;
    }
}

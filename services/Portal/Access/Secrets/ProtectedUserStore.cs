using Conference.Portal.Access.Users;
using Conference.Portal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Conference.Portal.Access.Secrets;

/// <summary>Identity's store, with the second factor's secret and the recovery codes encrypted where they lie.</summary>
internal sealed class ProtectedUserStore(PortalStore store, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<PortalUser, PortalStore, Guid>(store, errors)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Conference.Portal.SecondFactor");

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? _protector.Unprotect(value) : null;
}

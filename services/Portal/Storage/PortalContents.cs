using Conference.Platform.Storage;
using Conference.Portal.Access.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Storage;

/// <summary>Whether anybody was let in besides the administrator's token.</summary>
internal sealed class PortalContents(PortalStore store) : IStoreContents
{
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (await store.Users.AnyAsync(cancellationToken))
            return "users";
        return await store.Tokens.AnyAsync(token => !token.Name.StartsWith(AdminToken.FileName), cancellationToken) ? "tokens of machines" : null;
    }
}

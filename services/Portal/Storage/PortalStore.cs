using Conference.Platform.Storage;
using Conference.Portal.Access.Tokens;
using Conference.Portal.Access.Users;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Storage;

/// <summary>Who may come in: users with their second factors, and the tokens of machines.</summary>
public abstract class PortalStore(DbContextOptions options) : ServiceStore(options)
{
    /// <summary>The schema's name.</summary>
    public const string SchemaName = "portal";

    /// <inheritdoc/>
    public override string Schema => SchemaName;

    internal DbSet<PortalUser> Users => Set<PortalUser>();

    internal DbSet<MachineToken> Tokens => Set<MachineToken>();
}

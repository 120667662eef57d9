using Conference.Platform.Hosting;

namespace Conference.Invitations;

/// <summary>What a host needs to run the Invitations service.</summary>
public sealed class InvitationsModule : IServiceModule
{
    public string Name => "invitations";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

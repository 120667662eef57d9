using Conference.Platform.Hosting;

namespace Conference.Portal;

/// <summary>What a host needs to run the Portal service.</summary>
public sealed class PortalModule : IServiceModule
{
    public string Name => "portal";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

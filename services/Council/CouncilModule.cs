using Conference.Platform.Hosting;

namespace Conference.Council;

/// <summary>What a host needs to run the Council service.</summary>
public sealed class CouncilModule : IServiceModule
{
    public string Name => "council";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

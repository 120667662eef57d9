using Conference.Platform.Hosting;

namespace Conference.Hospitals;

/// <summary>What a host needs to run the Hospitals service.</summary>
public sealed class HospitalsModule : IServiceModule
{
    public string Name => "hospitals";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

using Conference.Platform.Hosting;

namespace Conference.Requests;

/// <summary>What a host needs to run the Requests service.</summary>
public sealed class RequestsModule : IServiceModule
{
    public string Name => "requests";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

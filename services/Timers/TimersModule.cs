using Conference.Platform.Hosting;

namespace Conference.Timers;

/// <summary>What a host needs to run the Timers service.</summary>
public sealed class TimersModule : IServiceModule
{
    public string Name => "timers";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}

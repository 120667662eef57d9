using Conference.Platform.Hosting;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Messaging;

internal static class BusSetup
{
    public static void AddBus(this IHostApplicationBuilder host, IReadOnlyList<ModuleBuilder> modules)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(modules);
    }
}

using Conference.Platform.Hosting;
using Conference.Platform.Telemetry.Figures;
using Conference.Timers.Clockwork;
using Conference.Timers.Schedules;
using Conference.Timers.Storage;
using Conference.Timers.Watching;

namespace Conference.Timers;

/// <summary>What a host needs to run the Timers service.</summary>
public sealed class TimersModule : IServiceModule
{
    public string Name => "timers";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddStore<TimersStore, SqliteTimersStore, PostgresTimersStore>();
        module.AddConsumer<KeepTimersConsumer>(queue: "timers");
        module.Services.AddClockwork(module.Configuration);
        module.Services.AddFigures<TimerFigures>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);
}

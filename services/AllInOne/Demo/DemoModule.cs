using Conference.Platform.Hosting;

namespace Conference.AllInOne.Demo;

/// <summary>
/// For trying the product out: with <c>--Demo=true</c>, and never else, an empty store is filled with a month of
/// conferences among real hospitals in every state, and sign-ins are printed.
/// </summary>
internal sealed class DemoModule : IServiceModule
{
    private const string Setting = "Demo";

    public string Name => "demo";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (!IsAskedFor(module.Configuration))
            return;

        var clock = new DemoClock();
        module.Services
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<DemoApi>()
            .AddHostedService<DemoRefusal>()
            .AddHostedService<DemoFilling>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);

    private static bool IsAskedFor(IConfiguration configuration)
    {
        var value = configuration[Setting];
        if (string.IsNullOrEmpty(value))
            return false;
        return bool.TryParse(value, out var asked) ? asked : throw new InvalidSettingException(Setting, value, "true or false");
    }
}

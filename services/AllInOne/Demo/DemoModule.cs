using Conference.Platform.Hosting;

namespace Conference.AllInOne.Demo;

/// <summary>
/// For trying the product out: with <c>--Demo=true</c>, and never else, an empty store is filled with a month of
/// conferences among real hospitals in every state in which one stays, and sign-ins are printed. No mail leaves.
/// </summary>
internal sealed class DemoModule : IServiceModule
{
    private const string Setting = "Demo";

    private static readonly string[] Mailboxes = ["Mail:Smtp", "Mail:Imap"];

    public string Name => "demo";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (!IsAskedFor(module.Configuration))
            return;
        RefuseMailboxes(module.Configuration);

        var clock = new DemoClock();
        module.Services
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<DemoApi>()
            .AddHostedService<DemoRefusal>()
            .AddHostedService<DemoFilling>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);

    // Real hospitals are not to be told of conferences that nobody holds.
    private static void RefuseMailboxes(IConfiguration configuration)
    {
        if (Array.Find(Mailboxes, setting => !string.IsNullOrEmpty(configuration[setting])) is { } mailbox)
            throw new InvalidSettingException(mailbox, "set", "a demonstration writes its mails to the mail drop only. Start without this setting, or without --Demo");
    }

    private static bool IsAskedFor(IConfiguration configuration)
    {
        var value = configuration[Setting];
        if (string.IsNullOrEmpty(value))
            return false;
        return bool.TryParse(value, out var asked) ? asked : throw new InvalidSettingException(Setting, value, "true or false");
    }
}

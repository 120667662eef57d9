using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Portal.Api;
using Conference.Portal.Components;
using Conference.Portal.Pages.Answering;

namespace Conference.Portal;

/// <summary>What a host needs to run the Portal service.</summary>
public sealed class PortalModule : IServiceModule
{
    public string Name => "portal";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddRazorComponents().AddInteractiveServerComponents();
        module.Services.AddCascadingAuthenticationState();
        module.Services.AddLocalization();
        module.Services.AddPages();
        module.Services.AddPageLanguage();
        module.AddServiceClients();
    }

    public void Use(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePageLanguage();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapStaticAssets(StaticFiles.Manifest(endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>())).AllowAnonymous();
        AnswerEndpoints.Map(endpoints);
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(PageEndpoints.CloseCircuits);
    }
}

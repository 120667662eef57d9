using System.Text.Encodings.Web;
using System.Text.Unicode;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Portal.Access;
using Conference.Portal.Api;
using Conference.Portal.Components;
using Conference.Portal.Edge;
using Conference.Portal.Pages.Answering;
using Conference.Portal.Pages.Polls;

namespace Conference.Portal;

/// <summary>What a host needs to run the Portal service.</summary>
public sealed class PortalModule : IServiceModule
{
    public string Name => "portal";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.DefaultBaseAddress();
        module.Services.AddRazorComponents().AddInteractiveServerComponents();
        // Japanese stays readable in the source of a page, at a third of the size.
        module.Services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        module.Services.AddCascadingAuthenticationState();
        module.Services.AddLocalization();
        module.Services.AddPages();
        module.Services.AddPageLanguage();
        module.AddServiceClients();
        module.AddEdge();
        module.AddAccess();
        module.Services.AddApiDocument();
    }

    public void Use(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UsePageLanguage();
        app.UseAccess();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapStaticAssets(StaticFiles.Manifest(endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>())).AllowAnonymous();
        AnswerEndpoints.Map(endpoints);
        PollEndpoints.Map(endpoints);
        endpoints.MapAccess();
        endpoints.MapApiDocument();
        endpoints.MapEdge();
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).Add(PageEndpoints.CloseCircuits);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Problems;

internal static class ProblemExtensions
{
    public static void AddProblems(this IHostApplicationBuilder host)
    {
        host.Services.AddProblemDetails(options => options.CustomizeProblemDetails = PlainProblems.Explain);
        host.Services.AddExceptionHandler<UnreadableRequests>();
        host.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.RespectNullableAnnotations = true);
        host.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        host.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("ja").AddSupportedCultures("ja", "en").AddSupportedUICultures("ja", "en");
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}

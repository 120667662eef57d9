using Conference.Portal.Components.Hospitals;
using Conference.Portal.Components.Wording;
using Conference.Portal.Pages.Operations;

namespace Conference.Portal.Components;

internal static class PageServices
{
    /// <summary>What the pages stand on besides the services' clients.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddScoped<Words>()
        .AddScoped<HospitalDirectory>()
        .AddScoped<ServiceStanding>()
        .AddScoped<FailedMessageDesk>()
        .AddSingleton<HospitalDirectoryCache>();
}

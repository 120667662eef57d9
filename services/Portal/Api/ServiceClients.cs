using Conference.Platform.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Api;

/// <summary>Hospitals, their sites, contacts, closures and connection tests.</summary>
internal sealed class HospitalsClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Hospitals));

/// <summary>Conference requests and what became of them.</summary>
internal sealed class RequestsClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Requests));

/// <summary>Slots and availability.</summary>
internal sealed class BookingClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Booking));

/// <summary>Invitations, answers and the send box.</summary>
internal sealed class InvitationsClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Invitations));

/// <summary>Schedule, feeds and reports.</summary>
internal sealed class CouncilClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Council));

internal static class ServiceClients
{
    public static void AddServiceClients(this ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSetting<ServicesOptions>(ServicesOptions.Section);
        services.AddHttpContextAccessor();
        services.AddSingleton<OwnAddress>();
        services.AddScoped<ServiceCaller>();
        services.AddScoped<HospitalsClient>().AddScoped<RequestsClient>().AddScoped<BookingClient>().AddScoped<InvitationsClient>().AddScoped<CouncilClient>();
        foreach (var service in ServicesOptions.Names)
            Add(services, service);
    }

    private static void Add(IServiceCollection services, string service) => services
        .AddHttpClient(service, (provider, client) =>
        {
            var configured = provider.GetRequiredService<IOptions<ServicesOptions>>().Value.AddressOf(service);
            client.BaseAddress = configured.Length > 0 ? new Uri(configured) : provider.GetRequiredService<OwnAddress>().Resolve();
        })
        // A repeated GET is harmless; whether a POST may be repeated is for its sender to decide.
        .AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
}

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

/// <summary>Timers: nothing but its audit log and its failed messages.</summary>
internal sealed class TimersClient(ServiceCaller caller) : ServiceClient(caller, nameof(ServicesOptions.Timers));

/// <summary>The portal's own API.</summary>
internal sealed class PortalClient(ServiceCaller caller) : ServiceClient(caller, nameof(Portal));

internal static class ServiceClients
{
    public static void AddServiceClients(this ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSetting<ServicesOptions>(ServicesOptions.Section);
        services.AddHttpContextAccessor();
        services.AddSingleton<OwnAddress>();
        services.AddScoped<ServiceCaller>();
        services.AddScoped<HospitalsClient>().AddScoped<RequestsClient>().AddScoped<BookingClient>().AddScoped<InvitationsClient>()
            .AddScoped<CouncilClient>().AddScoped<TimersClient>().AddScoped<PortalClient>().AddScoped<AllServices>();
        foreach (var service in ServicesOptions.Names)
            Add(services, service);
        services.AddHttpClient(nameof(Portal), (provider, client) => client.BaseAddress = provider.GetRequiredService<OwnAddress>().Resolve());
    }

    private static void Add(IServiceCollection services, string service)
    {
        var client = services.AddHttpClient(service, (provider, client) =>
            client.BaseAddress = provider.GetRequiredService<IOptions<ServicesOptions>>().Value.AddressesOf(service) is [var first, ..] ? first : provider.GetRequiredService<OwnAddress>().Resolve());
        // A repeated GET is harmless; whether a POST may be repeated is for its sender to decide.
        client.AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
        client.AddHttpMessageHandler(provider => new AnyReplica(service, provider.GetRequiredService<IOptions<ServicesOptions>>()));
    }
}

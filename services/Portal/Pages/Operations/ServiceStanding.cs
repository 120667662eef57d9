using Conference.Platform.Telemetry;
using Conference.Portal.Api;

namespace Conference.Portal.Pages.Operations;

/// <summary>How the services are, asked one by one where they run apart.</summary>
internal sealed class ServiceStanding(HospitalsClient hospitals, RequestsClient requests, BookingClient booking, InvitationsClient invitations, CouncilClient council)
{
    public async Task<IReadOnlyList<ServiceState>> ReadAsync()
    {
        (string Name, ServiceClient Client)[] services = [("hospitals", hospitals), ("requests", requests), ("booking", booking), ("invitations", invitations), ("council", council)];
        return await Task.WhenAll(services.Select(service => ReadAsync(service.Name, service.Client)));
    }

    private static async Task<ServiceState> ReadAsync(string name, ServiceClient client)
    {
        var ready = await client.SendAsync(HttpMethod.Get, "/health/ready");
        // In one process every service answers for all of them.
        var backlogs = await client.GetAsync<IReadOnlyList<MessageBacklog>>("/health/backlog");
        return new ServiceState(name, ready.Succeeded, backlogs.Value?.FirstOrDefault(backlog => backlog.Service == name));
    }
}

/// <summary>How one service is.</summary>
internal sealed record ServiceState(string Name, bool Ready, MessageBacklog? Backlog)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public bool IsWell(DateTimeOffset now) => Ready && Backlog is { Failed: 0 } && !(Backlog.OldestAt < now - Patience);
}

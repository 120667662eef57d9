using Conference.Platform.Telemetry;
using Conference.Portal.Api;

namespace Conference.Portal.Pages.Operations;

/// <summary>How the services are, asked one by one where they run apart.</summary>
internal sealed class ServiceStanding(AllServices services, FailedMessageDesk desk)
{
    public async Task<IReadOnlyList<ServiceState>> ReadAsync() => await Task.WhenAll(AllServices.Names.Select(ReadAsync));

    private async Task<ServiceState> ReadAsync(string name)
    {
        var client = services.Of(name);
        var ready = await client.SendAsync(HttpMethod.Get, "/health/ready");
        // In one process every service answers for all of them.
        var backlogs = await client.GetAsync<IReadOnlyList<MessageBacklog>>("/health/backlog");
        return new ServiceState(name, ready.Succeeded, backlogs.Value?.FirstOrDefault(backlog => backlog.Service == name), await desk.CountAsync(name));
    }
}

/// <summary>How one service is. <c>Failed</c> counts what lies on its desk; null when it does not say.</summary>
internal sealed record ServiceState(string Name, bool Ready, MessageBacklog? Backlog, int? Failed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public bool IsWell(DateTimeOffset now) => Ready && Failed == 0 && Backlog is not null && !(Backlog.OldestAt < now - Patience);
}

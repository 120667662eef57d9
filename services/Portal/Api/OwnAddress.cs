using Conference.Platform.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Conference.Portal.Api;

/// <summary>The address at which this process reaches itself.</summary>
internal sealed class OwnAddress(IServer server)
{
    public Uri Resolve() =>
        LoopbackAddress.Of(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        ?? throw new InvalidOperationException("The server has not started to listen.");
}

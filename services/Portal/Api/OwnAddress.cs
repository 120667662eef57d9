using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Conference.Portal.Api;

/// <summary>The address at which this process reaches itself.</summary>
internal sealed class OwnAddress(IServer server)
{
    public Uri Resolve()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // Plain http first: a certificate is seldom made out for the loopback address.
        var address = listening.Select(BindingAddress.Parse).OrderBy(binding => binding.Scheme, StringComparer.Ordinal).FirstOrDefault()
            ?? throw new InvalidOperationException("The server has not started to listen.");
        return new UriBuilder(address.Scheme, Reachable(address.Host), address.Port).Uri;
    }

    private static string Reachable(string host) => host switch
    {
        "*" or "+" or "0.0.0.0" or "localhost" => "127.0.0.1",
        "[::]" => "[::1]",
        _ => host,
    };
}

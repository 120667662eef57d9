using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Hosting;

/// <summary>How this machine reaches a server by the addresses that it listens on.</summary>
public static class LoopbackAddress
{
    /// <summary>An address that can be called, or null when there is none. Plain http first: a certificate is seldom made out for the loopback address.</summary>
    public static Uri? Of(IEnumerable<string> listening) => listening
        .Select(BindingAddress.Parse)
        .OrderBy(binding => binding.Scheme, StringComparer.Ordinal)
        .Select(binding => new UriBuilder(binding.Scheme, Reachable(binding.Host), binding.Port).Uri)
        .FirstOrDefault();

    private static string Reachable(string host) => host switch
    {
        "*" or "+" or "0.0.0.0" or "localhost" => "127.0.0.1",
        "[::]" => "[::1]",
        _ => host,
    };
}

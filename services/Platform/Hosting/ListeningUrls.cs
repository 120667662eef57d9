using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Conference.Platform.Hosting;

/// <summary>The setting <c>urls</c>: where the process listens.</summary>
internal static class ListeningUrls
{
    public static readonly string Setting = WebHostDefaults.ServerUrlsKey;

    private const string Expected = "addresses such as http://localhost:8080 or http://*:8080, separated by semicolons";

    /// <summary>The server finds out when it starts, and calls it a fault of the program.</summary>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
                throw new InvalidSettingException(Setting, url, Expected);
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            var isHttp = address.Scheme is "http" or "https" && address.PathBase.Length == 0;
            return isHttp && (address.IsUnixPipe || address is { Port: > 0 and <= ushort.MaxValue } or { Port: 0, Host: not "localhost" });
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

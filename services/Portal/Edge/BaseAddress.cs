using Conference.Platform.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Conference.Portal.Edge;

/// <summary>
/// The address that stands in links, where <c>Portal:BaseUrl</c> does not say it: the first at which this process
/// listens. Other services that run in this process read the same setting.
/// </summary>
internal static class BaseAddress
{
    private const string Setting = "Portal:BaseUrl";

    public static void DefaultBaseAddress(this ModuleBuilder module)
    {
        if (string.IsNullOrEmpty(module.Configuration[Setting]) && Of(module.Configuration[WebHostDefaults.ServerUrlsKey]) is { } address)
            module.Configuration[Setting] = address;
    }

    /// <summary>How a browser on this machine writes it; null where nothing is said, or the port is not known beforehand.</summary>
    public static string? Of(string? urls)
    {
        if (urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var first, ..])
            return null;
        var binding = BindingAddress.Parse(first);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return binding.Port == 0 || binding.IsUnixPipe ? null : new UriBuilder(binding.Scheme, host, binding.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}

using Conference.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Time;

internal static class NetworkTimeExtensions
{
    public static void AddNetworkTime(this IHostApplicationBuilder host)
    {
        var id = host.Configuration[$"{NetworkOptions.Section}:{nameof(NetworkOptions.TimeZone)}"] ?? new NetworkOptions().TimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            throw new InvalidSettingException("Network:TimeZone", id, "an IANA time zone such as Asia/Tokyo");

        host.Services.AddSetting<NetworkOptions>(NetworkOptions.Section);
        var network = new NetworkTime(zone);
        host.Services.AddSingleton(network);
        host.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new LocalTimeConverter(network)));
    }
}

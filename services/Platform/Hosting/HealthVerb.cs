using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Conference.Platform.Hosting;

/// <summary>
/// <c>dotnet Conference.Booking.dll health</c>: asks the service that runs beside it whether it is ready. For
/// containers, which have neither shell nor curl.
/// </summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static bool Is(string[] args) => args is ["health", ..];

    /// <returns>0 when the service is ready, else 1 after a line that says why not.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var ready = new Uri(LoopbackAddress.Of(Listening(args[1..]))!, "health/ready");
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.GetAsync(ready);
            Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{ready}: {exception.Message}");
            return 1;
        }
    }

    // The same places in the same order as the host itself looks at.
    private static string[] Listening(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var urls = configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } configured ? configured : ServiceHost.DefaultUrl;
        return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using Npgsql;

namespace Conference.Tests.Support;

/// <summary>The product as a national center runs it: every service its own processes, over RabbitMQ and PostgreSQL.</summary>
public sealed class Deployment : IProduct, IAsyncDisposable
{
    private static readonly string[] Services = ["Hospitals", "Requests", "Booking", "Invitations", "Council", "Timers", "Portal"];

    // Every service has to know it; a test has nothing to hide.
    private static readonly string Key = Convert.ToBase64String("a key that only tests ever use…!"u8);

    private readonly string _databaseUrl;

    private Deployment(string dataPath, string databaseUrl, IReadOnlyList<Replica> replicas)
    {
        _databaseUrl = databaseUrl;
        DataPath = dataPath;
        Replicas = replicas;
        Http = new HttpClient { BaseAddress = Of("Portal").First().Url, Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>The portal, as a national coordinator.</summary>
    public HttpClient Http { get; }

    public string DataPath { get; }

    public IReadOnlyList<Replica> Replicas { get; }

    public IReadOnlyList<string> Mails => Directory.Exists(MailPath) ? Directory.GetFiles(MailPath, "*.eml") : [];

    private string MailPath => Path.Combine(DataPath, "mail");

    /// <summary>Starts all services, of each as many processes as <paramref name="replicas"/> says, and waits until the registry is known.</summary>
    public static Task<Deployment> StartAsync(Servers servers, IReadOnlyDictionary<string, int>? replicas = null, params string[] settings) =>
        StartAsync(ProductProcess.FreshDataPath(), servers, replicas ?? new Dictionary<string, int>(), settings);

    /// <summary>As <see cref="StartAsync(Servers, IReadOnlyDictionary{string, int}?, string[])"/>, with the mails and the token of an earlier one.</summary>
    public static async Task<Deployment> StartAsync(string dataPath, Servers servers, IReadOnlyDictionary<string, int> replicas, params string[] settings)
    {
        var deployment = Plan(dataPath, servers, replicas, settings);
        try
        {
            await deployment.StartAsync();
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    public IEnumerable<Replica> Of(string service) => Replicas.Where(replica => replica.Service == service);

    /// <summary>Waits for a condition; a missing one fails with the last that every service printed.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > (limit ?? TimeSpan.FromMinutes(2)))
                throw new TimeoutException($"Waited in vain for {what}.\n{string.Join('\n', Replicas.Select(LastOf))}");
            await Task.Delay(100);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            replica.Dispose();
        Http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task StartAsync()
    {
        foreach (var replica in Replicas)
            replica.Start();
        await Task.WhenAll(Replicas.Select(replica => replica.UntilReadyAsync()));
        var token = Path.Combine(DataPath, "admin.token");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(token)).Trim());
        await UntilAsync(HasRegistryAsync, "the registry to be read", TimeSpan.FromMinutes(3));
    }

    private static Deployment Plan(string dataPath, Servers servers, IReadOnlyDictionary<string, int> replicas, string[] settings)
    {
        var places = Services.SelectMany(service => Enumerable.Range(0, replicas.GetValueOrDefault(service, 1)).Select(_ => (Service: service, Port: RunningProcess.FreePort()))).ToList();
        string AddressOf(string service) => string.Join(',', places.Where(place => place.Service == service).Select(place => $"http://127.0.0.1:{place.Port}"));
        string[] common =
        [
            $"--Data:Path={dataPath}", .. servers.Settings,
            $"--Auth:SigningKey={Key}", $"--Mail:LinkKey={Key}", $"--Feeds:Key={Key}", $"--Portal:BaseUrl={AddressOf("Portal")}",
            .. Services.Except(["Portal"]).Select(service => $"--Services:{service}={AddressOf(service)}"),
            .. settings,
        ];
        return new Deployment(dataPath, servers.DatabaseUrl, [.. places.Select(place => new Replica(place.Service, place.Port, common))]);
    }

    private static string LastOf(Replica replica) => $"== {replica.Service}\n{string.Join('\n', replica.Output.Split('\n').TakeLast(20))}";

    /// <summary>The register has it and every service that keeps a copy knows it whole.</summary>
    private async Task<bool> HasRegistryAsync()
    {
        await using var database = NpgsqlDataSource.Create(_databaseUrl);
        await using var known = database.CreateCommand("""
            SELECT least((SELECT count(*) FROM hospitals.hospitals), (SELECT count(*) FROM requests.known_hospitals),
                (SELECT count(*) FROM booking.hospitals), (SELECT count(*) FROM invitations.hospitals)) >= 452
            """);
        return (bool)(await known.ExecuteScalarAsync())!;
    }
}

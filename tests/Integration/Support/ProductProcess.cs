using System.Net.Http.Headers;

namespace Conference.Tests.Support;

/// <summary>The product as a hospital runs it: one process, its own data folder, driven over HTTP alone.</summary>
public sealed class ProductProcess : IProduct, IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly RunningProcess _process;

    private ProductProcess(RunningProcess process, string dataPath, Uri url)
    {
        _process = process;
        DataPath = dataPath;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(100) };
    }

    public string DataPath { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public string Output => _process.Output;

    public IReadOnlyList<string> Mails => Directory.Exists(MailPath) ? Directory.GetFiles(MailPath, "*.eml") : [];

    private string MailPath => Path.Combine(DataPath, "mail");

    public static string FreshDataPath() => Directory.CreateTempSubdirectory("conference-").FullName;

    /// <summary>Starts the product and waits until it is ready and has read the registry.</summary>
    public static Task<ProductProcess> StartAsync(string? dataPath = null, params string[] settings) => StartAsync(StartLimit, dataPath ?? FreshDataPath(), settings);

    /// <summary>The same in limited time; what does not come up in it is ended.</summary>
    public static Task<ProductProcess> StartAsync(TimeSpan limit, string dataPath, params string[] settings) => StartAsync(Launch(dataPath, settings), limit);

    /// <summary>Starts on the data of another day, with a clock that is so much ahead.</summary>
    public static Task<ProductProcess> StartAheadAsync(string dataPath, TimeSpan clockAhead, params string[] settings) => StartAsync(Launch(dataPath, settings, clockAhead), StartLimit);

    private static async Task<ProductProcess> StartAsync(ProductProcess product, TimeSpan limit)
    {
        try
        {
            await product.UntilAsync(product.IsReadyAsync, "the product to be ready", limit);
            product.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", (await File.ReadAllTextAsync(Path.Combine(product.DataPath, "admin.token"))).Trim());
            await product.UntilAsync(product.HasRegistryAsync, "the registry to be read", limit);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the product and hands over what it printed once it has stopped by itself.</summary>
    public static async Task<(int Code, string Output)> RunToEndAsync(string dataPath, params string[] settings)
    {
        await using var product = Launch(dataPath, settings);
        using var limit = new CancellationTokenSource(StartLimit);
        await product._process.WaitForExitAsync(limit.Token);
        return (product._process.ExitCode, product.Output);
    }

    public void Kill() => _process.Kill();

    /// <summary>As an operator stops it.</summary>
    public Task StopAsync() => _process.StopAsync(StartLimit);

    public Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null) => _process.UntilAsync(condition, what, limit);

    public ValueTask DisposeAsync()
    {
        _process.Dispose();
        Http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ProductProcess Launch(string dataPath, string[] settings, TimeSpan clockAhead = default)
    {
        var url = $"http://127.0.0.1:{RunningProcess.FreePort()}";
        var process = RunningProcess.Start("AllInOne", [$"--urls={url}", $"--Data:Path={dataPath}", .. settings], RunningProcess.ClockAhead(clockAhead));
        return new ProductProcess(process, dataPath, new Uri(url));
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The product stopped with code {_process.ExitCode}:\n{Output}");
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode && File.Exists(Path.Combine(DataPath, "admin.token"));
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<bool> HasRegistryAsync()
    {
        using var page = await Http.JsonAsync("/api/hospitals?pageSize=1");
        return page.RootElement.GetProperty("total").GetInt32() >= 452;
    }
}

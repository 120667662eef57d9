using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;

namespace Conference.Tests.Support;

/// <summary>The product as a hospital runs it: one process, its own data folder, driven over HTTP alone.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private ProductProcess(Process process, string dataPath, Uri url)
    {
        _process = process;
        DataPath = dataPath;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(100) };
    }

    public string DataPath { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public IReadOnlyList<string> Mails => Directory.Exists(MailPath) ? Directory.GetFiles(MailPath, "*.eml") : [];

    private string MailPath => Path.Combine(DataPath, "mail");

    public static string FreshDataPath() => Directory.CreateTempSubdirectory("conference-").FullName;

    /// <summary>Starts the product and waits until it is ready and has read the registry.</summary>
    public static async Task<ProductProcess> StartAsync(string? dataPath = null, params string[] settings)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var product = Launch(dataPath ?? FreshDataPath(), url, settings);
        await product.UntilAsync(product.IsReadyAsync, "the product to be ready", StartLimit);
        product.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await File.ReadAllTextAsync(Path.Combine(product.DataPath, "admin.token"))).Trim());
        await product.UntilAsync(product.HasRegistryAsync, "the registry to be read", StartLimit);
        return product;
    }

    /// <summary>Starts the product and hands over what it printed once it has stopped by itself.</summary>
    public static async Task<(int Code, string Output)> RunToEndAsync(string dataPath, params string[] settings)
    {
        var product = Launch(dataPath, new Uri($"http://127.0.0.1:{FreePort()}"), settings);
        using var limit = new CancellationTokenSource(StartLimit);
        try
        {
            await product._process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            product.Kill();
        }

        return (product._process.ExitCode, product.Output);
    }

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>As <c>kill -9</c>: no handler runs, no buffer is flushed.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Waits for a condition; a missing one fails with what the process printed.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var end = Stopwatch.GetTimestamp() + ((limit ?? TimeSpan.FromSeconds(60)).TotalSeconds * Stopwatch.Frequency);
        while (!await condition())
        {
            if (Stopwatch.GetTimestamp() > end)
                throw new TimeoutException($"Waited in vain for {what}. The product said:\n{Output}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        Http.Dispose();
        _process.Dispose();
        await Task.CompletedTask;
    }

    private static ProductProcess Launch(string dataPath, Uri url, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(ProductDll());
        foreach (var setting in new[] { $"--urls={url}", $"--Data:Path={dataPath}", $"--Portal:BaseUrl={url.ToString().TrimEnd('/')}" }.Concat(settings))
            start.ArgumentList.Add(setting);

        var product = new ProductProcess(new Process { StartInfo = start }, dataPath, url);
        product._process.OutputDataReceived += (_, line) => product.Keep(line.Data);
        product._process.ErrorDataReceived += (_, line) => product.Keep(line.Data);
        product._process.Start();
        product._process.BeginOutputReadLine();
        product._process.BeginErrorReadLine();
        return product;
    }

    private static string ProductDll()
    {
        var builds = typeof(ProductProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ProductBuilds").Value!;
        var configuration = typeof(ProductProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return Path.GetFullPath(Path.Combine(builds, configuration, "net10.0", "Conference.AllInOne.dll"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
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

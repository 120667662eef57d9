using System.Globalization;

namespace Conference.Benchmarks.Distributed;

/// <summary>Who used the processor so far, by program: each service by its name, the servers, the proxies in front of them, the clients.</summary>
internal sealed class ProcessorTime
{
    private const double TicksPerSecond = 100;
    private readonly Dictionary<string, (double User, double System)> _programs = [];

    private ProcessorTime()
    {
    }

    /// <summary>Reads it of every process that runs now.</summary>
    public static ProcessorTime Take(Stage stage)
    {
        var services = stage.Product.Replicas.ToDictionary(replica => replica.Id, replica => replica.Service);
        services[Environment.ProcessId] = "benchmark";
        var time = new ProcessorTime();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(folder) is var (name, user, system))
                time.Add(services.GetValueOrDefault(id, name), user, system);
        }

        return time;
    }

    /// <summary>A line a program that took at least a hundredth, the greatest first, in milliseconds a conference.</summary>
    public void Print(ProcessorTime before, int conferences)
    {
        var used = _programs.ToDictionary(program => program.Key, program => Milliseconds(program.Value, before._programs.GetValueOrDefault(program.Key), conferences));
        var all = used.Values.Sum(program => program.User + program.System);
        Report.Line("processor time a conference", $"{all:F0} ms, {used.Values.Sum(program => program.System):F0} of them in the kernel");
        foreach (var (name, (user, system)) in used.OrderByDescending(program => program.Value.User + program.Value.System).Where(program => program.Value.User + program.Value.System > all / 100))
            Report.Line($"  {name}", $"{user + system:F1} ms ({system:F1} in the kernel)");
    }

    private static (double User, double System) Milliseconds((double User, double System) now, (double User, double System) before, int conferences) =>
        ((now.User - before.User) * 1000 / conferences, (now.System - before.System) * 1000 / conferences);

    private void Add(string name, double user, double system)
    {
        var (before, inKernel) = _programs.GetValueOrDefault(name);
        _programs[name] = (before + user, inKernel + system);
    }

    // proc_pid_stat(5): the name stands in brackets and may hold anything; utime and stime are fields 14 and 15.
    private static (string Name, double User, double System)? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            var fields = text[(close + 2)..].Split(' ');
            return (text[(open + 1)..close], Seconds(fields[11]), Seconds(fields[12]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Seconds(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond;
}

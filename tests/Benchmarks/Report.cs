using System.Diagnostics;
using System.Globalization;

namespace Conference.Benchmarks;

internal static class Report
{
    public static void Line(string what, FormattableString figure) =>
        Console.WriteLine($"{what,-72} {figure.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The median and, in brackets, the lowest and the highest: what a shared machine leaves to be said.</summary>
    public static string Range(IEnumerable<double> figures, string format)
    {
        var sorted = figures.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"{Written(median)} ({Written(sorted[0])}-{Written(sorted[^1])})");

        string Written(double figure) => figure.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Median, 95th and 99th percentile.</summary>
    public static string Percentiles(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.50):F0} ms, p95 {At(0.95):F0} ms, p99 {At(0.99):F0} ms");

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))].TotalMilliseconds;
    }

    public static double ResidentMegabytes(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }

    public static TimeSpan ProcessorTime(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }
}

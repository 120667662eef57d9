using System.Diagnostics;
using System.Globalization;

namespace Conference.Benchmarks;

internal static class Report
{
    public static void Line(string what, FormattableString figure) =>
        Console.WriteLine($"{what,-72} {figure.ToString(CultureInfo.InvariantCulture)}");

    public static double ResidentMegabytes(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }
}

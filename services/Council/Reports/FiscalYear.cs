using System.Globalization;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Council.Reports;

/// <summary>April to March in the network's zone, named by the year in which it begins.</summary>
internal static class FiscalYear
{
    private const int FirstMonth = 4;
    private const int Earliest = 2000;
    private const int Latest = 2099;

    public static int Of(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;

    /// <summary>[1 April, 1 April of the next year).</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Range(int year, NetworkTime network) =>
        (network.StartOf(new DateOnly(year, FirstMonth, 1)), network.StartOf(new DateOnly(year + 1, FirstMonth, 1)));

    public static int Read(string? text, DateOnly today, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return Of(today);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Earliest and <= Latest)
            return year;
        faults.Add(new Fault(
            "fiscalYear", "invalid_fiscal_year",
            $"年度は {Earliest} から {Latest} の西暦 4 桁で指定してください。",
            $"fiscalYear must be a year from {Earliest} to {Latest}."));
        return Of(today);
    }
}

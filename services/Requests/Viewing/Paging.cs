using System.Globalization;
using Conference.Requests.Requesting;

namespace Conference.Requests.Viewing;

/// <summary>Which part of a list is asked for.</summary>
internal readonly record struct Paging(int Page, int Size)
{
    private const int StandardSize = 100;
    private const int MaxSize = 1000;

    public int Skip => (Page - 1) * Size;

    public static Paging Read(string? page, string? pageSize, FaultList faults) =>
        new(Number("page", page, 1, int.MaxValue / MaxSize, faults), Number("pageSize", pageSize, StandardSize, MaxSize, faults));

    private static int Number(string field, string? text, int standard, int max, FaultList faults)
    {
        if (string.IsNullOrEmpty(text))
            return standard;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
            return number;
        faults.Add(field, "out_of_range", $"{field} は 1〜{max} の整数で指定してください。", $"{field} must be a whole number from 1 to {max}.");
        return standard;
    }
}

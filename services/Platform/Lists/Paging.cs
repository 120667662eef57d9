using System.Globalization;
using Conference.Platform.Problems;

namespace Conference.Platform.Lists;

/// <summary>Which part of a list is asked for, from <c>?page=&amp;pageSize=</c>.</summary>
/// <param name="Page">Page, from 1. Default 1.</param>
/// <param name="Size">Items a page, 1 to 1,000. Default 100.</param>
public readonly record struct Paging(int Page, int Size)
{
    private const int DefaultSize = 100;
    private const int MaximumSize = 1000;

    /// <summary>How many items come before the page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>Reads both parameters; a wrong one adds an <c>out_of_range</c> fault and counts as its default.</summary>
    public static Paging Read(string? page, string? pageSize, ICollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new(
            Number("page", page, 1, int.MaxValue / MaximumSize, faults),
            Number("pageSize", pageSize, DefaultSize, MaximumSize, faults));
    }

    private static int Number(string field, string? text, int otherwise, int maximum, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= maximum)
            return number;
        faults.Add(new Fault(field, "out_of_range", $"{field} は 1 から {maximum} の整数で指定してください。", $"{field} must be a whole number from 1 to {maximum}."));
        return otherwise;
    }
}

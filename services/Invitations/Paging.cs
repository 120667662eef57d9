using System.Globalization;
using Conference.Platform.Problems;

namespace Conference.Invitations;

/// <summary>Which part of a list is asked for.</summary>
internal readonly record struct Paging(int Page, int Size)
{
    private const int DefaultSize = 100;
    private const int MaximumSize = 1000;

    public int Skip => (Page - 1) * Size;

    public static Paging Read(string? page, string? pageSize, ICollection<Fault> faults) => new(
        Number("page", page, 1, int.MaxValue / MaximumSize, faults),
        Number("pageSize", pageSize, DefaultSize, MaximumSize, faults));

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

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Conference.Council.Reports;

/// <summary>One table of the report as CSV.</summary>
internal static class ActivityCsv
{
    public const string MediaType = "text/csv";

    // Excel takes a file without the mark for Shift_JIS.
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    // A cell that begins like a formula is written with an apostrophe before it.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };

    public static byte[] Write(ActivityTable table)
    {
        using var memory = new MemoryStream();
        using (var text = new StreamWriter(memory, WithMark, leaveOpen: true))
        using (var csv = new CsvWriter(text, Format))
        {
            WriteRow(csv, table.Header);
            foreach (var row in table.Rows)
                WriteRow(csv, row);
        }

        return memory.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<object> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}

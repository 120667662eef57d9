using System.Data;
using Conference.Contracts.Council;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Conference.Council.Reports;

/// <summary>The whole report as one workbook (ECMA-376), a sheet a table.</summary>
internal static class ActivityWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly OpenXmlConfiguration Format = new() { AutoFilter = false, FastMode = true, EnableAutoWidth = true, MaxWidth = 48 };

    public static byte[] Write(ActivityReport report)
    {
        using var sheets = new DataSet();
        foreach (var table in ActivityTable.All.Values.Select(read => read(report)).Prepend(ActivityTable.Summary(report)))
            sheets.Tables.Add(Sheet(table));
        using var memory = new MemoryStream();
        memory.SaveAs(sheets, configuration: Format);
        return memory.ToArray();
    }

    // Typed columns, so that a spreadsheet sums numbers and leaves texts alone, and a sheet without rows keeps its header.
    private static DataTable Sheet(ActivityTable table)
    {
        var sheet = new DataTable(table.Name);
        for (var column = 0; column < table.Header.Count; column++)
            sheet.Columns.Add(table.Header[column], table.Rows.Count > 0 ? table.Rows[0][column].GetType() : typeof(string));
        foreach (var row in table.Rows)
            sheet.Rows.Add(row);
        return sheet;
    }
}

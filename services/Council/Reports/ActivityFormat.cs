using Conference.Contracts.Council;

namespace Conference.Council.Reports;

/// <summary>In which form the report is wanted.</summary>
internal enum ActivityFormat
{
    Json,
    Csv,
    Xlsx,
}

internal static class ActivityFormats
{
    public static IResult Result(this ActivityFormat format, ActivityReport report, string table)
    {
        var name = $"activity-{report.FiscalYear}{(report.Prefecture is null ? "" : $"-{report.Prefecture}")}";
        return format switch
        {
            ActivityFormat.Csv => Results.File(ActivityCsv.Write(ActivityTable.All[table](report)), $"{ActivityCsv.MediaType}; charset=utf-8", $"{name}-{table}.csv"),
            ActivityFormat.Xlsx => Results.File(ActivityWorkbook.Write(report), ActivityWorkbook.MediaType, $"{name}.xlsx"),
            _ => Results.Ok(report),
        };
    }
}

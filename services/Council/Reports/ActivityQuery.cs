using Conference.Platform.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Council.Reports;

/// <summary>The query of <c>GET /api/reports/activity</c> as it came.</summary>
internal sealed record ActivityQuery
{
    /// <summary>The year in which it begins; the present one when left out.</summary>
    [FromQuery(Name = "fiscalYear")]
    public string? FiscalYear { get; init; }

    /// <summary>JIS code; all that the caller may see when left out.</summary>
    [FromQuery(Name = "prefecture")]
    public string? Prefecture { get; init; }

    /// <summary>Which table the CSV holds: <c>hospitals</c> (default), <c>kinds</c> or <c>professions</c>.</summary>
    [FromQuery(Name = "table")]
    public string? Table { get; init; }

    /// <summary><c>csv</c> or <c>xlsx</c> for links, which cannot set Accept.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    public string ReadTable(ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(Table))
            return "hospitals";
        if (!ActivityTable.All.ContainsKey(Table))
            faults.Add(new Fault("table", "unknown_table", "表は hospitals、kinds、professions のいずれかで指定してください。", "table must be hospitals, kinds or professions."));
        return Table;
    }

    public void CheckFormat(ICollection<Fault> faults)
    {
        if (Format is not (null or "" or "csv" or "xlsx"))
            faults.Add(new Fault("format", "unknown_format", "format は csv または xlsx で指定してください。", "format must be csv or xlsx."));
    }

    /// <summary>The form that is asked for most; JSON where nothing else is preferred to it.</summary>
    public ActivityFormat WantedFormat(HttpRequest request)
    {
        if (Format is "csv" or "xlsx")
            return Format == "csv" ? ActivityFormat.Csv : ActivityFormat.Xlsx;
        var accept = request.GetTypedHeaders().Accept;
        double Quality(string type) => accept.Where(media => media.MediaType == type).Select(media => media.Quality ?? 1).DefaultIfEmpty(0).Max();
        var (json, csv, xlsx) = (Quality("application/json"), Quality(ActivityCsv.MediaType), Quality(ActivityWorkbook.MediaType));
        return xlsx > json && xlsx >= csv ? ActivityFormat.Xlsx : csv > json ? ActivityFormat.Csv : ActivityFormat.Json;
    }
}

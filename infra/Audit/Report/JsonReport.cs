using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Conference.Audit.Report;

/// <summary>The report for programs: all of it, in both languages.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(AuditReport report) => JsonSerializer.Serialize(report, Options);
}

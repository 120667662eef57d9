using System.Globalization;
using System.Text;
using Conference.Contracts;
using Conference.Contracts.Council;
using CsvHelper;
using CsvHelper.Configuration;

namespace Conference.Council.Reports;

/// <summary>The report as tables for a spreadsheet, one at a time, so that each can be sorted and summed.</summary>
internal static class ActivityCsv
{
    // Excel takes a file without the mark for Shift_JIS.
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    // A cell that begins like a formula is written with an apostrophe before it.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };

    /// <summary>The tables by the name that the query gives.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ActivityReport, byte[]>> Tables = new Dictionary<string, Func<ActivityReport, byte[]>>(StringComparer.Ordinal)
    {
        ["hospitals"] = Hospitals,
        ["kinds"] = Kinds,
        ["professions"] = Professions,
    };

    private static byte[] Hospitals(ActivityReport report) => Write(
        ["年度", "施設ID", "施設名", "都道府県", "主催回数", "参加回数", "参加者数"],
        report.ByHospital.Select(row => new object[]
        {
            report.FiscalYear, row.HospitalId, row.Name, PrefectureNames.Of(Schedule.ScheduledHospital.PrefectureOf(row.HospitalId)), row.Hosted, row.Attended, row.People,
        }));

    private static byte[] Kinds(ActivityReport report) => Write(
        ["年度", "種別コード", "種別", "開催回数", "参加者数", "開催時間（分）"],
        report.ByKind.Select(row => new object[] { report.FiscalYear, Code.Of(row.Kind), KindNames.Of(row.Kind), row.Conferences, row.People, row.Minutes }));

    private static byte[] Professions(ActivityReport report) => Write(
        ["年度", "職種コード", "職種", "院内", "院外"],
        report.ByProfession.Select(row => new object[] { report.FiscalYear, Code.Of(row.Profession), ProfessionNames.Of(row.Profession), row.Inside, row.Outside }));

    private static byte[] Write(string[] header, IEnumerable<object[]> rows)
    {
        using var memory = new MemoryStream();
        using (var text = new StreamWriter(memory, WithMark, leaveOpen: true))
        using (var csv = new CsvWriter(text, Format))
        {
            WriteRow(csv, header);
            foreach (var row in rows)
                WriteRow(csv, row);
        }

        return memory.ToArray();
    }

    private static void WriteRow(CsvWriter csv, object[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}

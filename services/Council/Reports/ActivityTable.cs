using Conference.Contracts.Requests;
using Conference.Contracts;
using Conference.Contracts.Council;

namespace Conference.Council.Reports;

/// <summary>The report as a table for a spreadsheet: texts and whole numbers, so that it can be sorted and summed.</summary>
internal sealed record ActivityTable(string Name, IReadOnlyList<string> Header, IReadOnlyList<object[]> Rows)
{
    /// <summary>The tables by the name that the query gives.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ActivityReport, ActivityTable>> All = new Dictionary<string, Func<ActivityReport, ActivityTable>>(StringComparer.Ordinal)
    {
        ["hospitals"] = Hospitals,
        ["kinds"] = Kinds,
        ["professions"] = Professions,
    };

    public static ActivityTable Summary(ActivityReport report) => new(
        "概要",
        ["年度", "範囲", "開催回数", "接続拠点数", "中止", "参加者数"],
        [[report.FiscalYear, report.Prefecture is { } prefecture ? PrefectureNames.Of(prefecture) : "全国", report.Conferences, report.Sites, report.Cancelled, report.ByProfession.Sum(row => row.Inside + row.Outside)]]);

    private static ActivityTable Hospitals(ActivityReport report) => new(
        "施設別",
        ["年度", "施設ID", "施設名", "都道府県", "主催回数", "参加回数", "参加者数"],
        [.. report.ByHospital.Select(row => new object[]
        {
            report.FiscalYear, row.HospitalId, row.Name, PrefectureNames.Of(Schedule.ScheduledHospital.PrefectureOf(row.HospitalId)), row.Hosted, row.Attended, row.People,
        })]);

    private static ActivityTable Kinds(ActivityReport report) => new(
        "種別",
        ["年度", "種別コード", "種別", "開催回数", "参加者数", "開催時間（分）"],
        [.. report.ByKind.Select(row => new object[] { report.FiscalYear, Code.Of(row.Kind), row.Kind.Ja(), row.Conferences, row.People, row.Minutes })]);

    private static ActivityTable Professions(ActivityReport report) => new(
        "職種別",
        ["年度", "職種コード", "職種", "院内", "院外"],
        [.. report.ByProfession.Select(row => new object[] { report.FiscalYear, Code.Of(row.Profession), ProfessionNames.Of(row.Profession), row.Inside, row.Outside })]);
}

using System.Globalization;
using System.Text;

namespace Conference.Audit.Report;

/// <summary>The report for people: a line an invariant, its findings under it; what does not hold comes first.</summary>
internal static class PlainReport
{
    private const int Shown = 50;

    public static string Write(AuditReport report, string language)
    {
        var text = new StringBuilder();
        foreach (var invariant in report.Invariants.OrderBy(invariant => invariant.Proved))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{(invariant.Proved ? "✓" : "✗")} {invariant.Title.In(language)} ({Counts(invariant, language)})");
            Append(text, invariant.Findings, "✗", language);
            Append(text, invariant.Explained, "・", language);
        }

        var findings = report.Invariants.Sum(invariant => invariant.Findings.Count);
        text.Append(new Text(
            findings == 0 ? "すべて確認できました。" : $"{findings} 件の不一致があります。",
            findings == 0 ? "All proved." : $"{findings} findings.").In(language));
        return text.ToString();
    }

    private static string Counts(InvariantResult invariant, string language) => new Text(
        $"{invariant.Checked} 件を照合、不一致 {invariant.Findings.Count}、説明済み {invariant.Explained.Count}",
        $"{invariant.Checked} checked, {invariant.Findings.Count} findings, {invariant.Explained.Count} explained").In(language);

    private static void Append(StringBuilder text, IReadOnlyList<Finding> findings, string mark, string language)
    {
        foreach (var finding in findings.Take(Shown))
        {
            var conference = finding.ConferenceId is { } id ? $"{id} " : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"    {mark} {conference}{finding.What.In(language)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"       → {finding.Todo.In(language)}");
        }

        if (findings.Count > Shown)
            text.AppendLine(new Text($"    ほか {findings.Count - Shown} 件（--Json=true ですべて）", $"    and {findings.Count - Shown} more (all with --Json=true)").In(language));
    }
}

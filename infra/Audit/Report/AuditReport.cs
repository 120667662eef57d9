namespace Conference.Audit.Report;

/// <summary>What an audit came to.</summary>
/// <param name="At">When the stores were read last.</param>
/// <param name="Readings">1, or 2 when what was found first had to be looked at again.</param>
/// <param name="Invariants">Each invariant.</param>
public sealed record AuditReport(DateTimeOffset At, int Readings, IReadOnlyList<InvariantResult> Invariants)
{
    /// <summary>Whether every invariant holds.</summary>
    public bool Proved => Invariants.All(invariant => invariant.Proved);

    /// <summary>The invariant of this code.</summary>
    public InvariantResult this[string code] => Invariants.Single(invariant => invariant.Code == code);

    /// <summary>The report for people, in <c>ja</c> or <c>en</c>.</summary>
    public string ToText(string language) => PlainReport.Write(this, language);

    // Both readings saw it: it is no message on its way between two stores. In the words of the second.
    internal AuditReport StillIn(AuditReport later) => later with
    {
        Readings = 2,
        Invariants = [.. later.Invariants.Select(second => second with { Findings = StillIn(second.Findings, this[second.Code].Findings) })],
    };

    private static List<Finding> StillIn(IEnumerable<Finding> second, IEnumerable<Finding> first)
    {
        var before = first.Select(finding => finding.Key).ToHashSet();
        return [.. second.Where(finding => before.Contains(finding.Key))];
    }
}

namespace Conference.Audit.Report;

/// <summary>One invariant: how much was looked at, and what was found.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Title">What it says.</param>
/// <param name="Checked">How many things were compared.</param>
/// <param name="Findings">What breaks it.</param>
/// <param name="Explained">What stands out and is explained: it breaks nothing.</param>
public sealed record InvariantResult(string Code, Text Title, int Checked, IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Explained)
{
    /// <summary>Whether it holds.</summary>
    public bool Proved => Findings.Count == 0;
}

using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>Gathers what one invariant finds.</summary>
internal sealed class Results
{
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _explained = [];

    public int Checked { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Finding> Explained => _explained;

    public void Look(int things = 1) => Checked += things;

    /// <summary>Something is wrong. <paramref name="subject"/> names the thing where the words hold a value that grows or changes while it stays wrong.</summary>
    public void Find(Guid? conferenceId, Text what, Text todo, string? subject = null) =>
        _findings.Add(new Finding(conferenceId, what, todo) { Subject = subject });

    public void Explain(Guid? conferenceId, Text what, Text todo) => _explained.Add(new Finding(conferenceId, what, todo));
}

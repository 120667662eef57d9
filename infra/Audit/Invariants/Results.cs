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

    public void Find(Guid? conferenceId, Text what, Text todo) => _findings.Add(new Finding(conferenceId, what, todo));

    public void Explain(Guid? conferenceId, Text what, Text todo) => _explained.Add(new Finding(conferenceId, what, todo));
}

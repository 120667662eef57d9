using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>Something that must be true of all stores together.</summary>
internal interface IInvariant
{
    string Code { get; }

    Text Title { get; }

    void Check(Picture picture, Results results);
}

using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Council.Feeds;

/// <summary>What a feed may show.</summary>
internal static class FeedScope
{
    /// <summary>What the caller asked for, within the caller's scope.</summary>
    public const string Mine = "mine";

    public static Scope? Read(string? text, ICollection<Fault> faults)
    {
        if (Scope.TryParse(text, out var scope) && (scope.Kind != "prefecture" || PrefectureCode.IsValid(scope.Value)))
            return scope;
        faults.Add(new Fault(
            "scope", "unknown_scope",
            "範囲は nation、prefecture:13、hospital:H1301、mine のいずれかの形で指定してください。",
            "scope must be nation, prefecture:13, hospital:H1301 or mine."));
        return null;
    }

    /// <summary>Whether everything in <paramref name="inner"/> is in <paramref name="outer"/> too.</summary>
    public static bool Contains(this Scope outer, Scope inner) => inner.Kind switch
    {
        "nation" => outer.IsNation,
        "prefecture" => outer.IsNation || outer == inner,
        _ => outer.Covers(inner.Value),
    };
}

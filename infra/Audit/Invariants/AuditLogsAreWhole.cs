using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>Nobody has changed, removed or slipped in an entry of the audit logs.</summary>
internal sealed class AuditLogsAreWhole : IInvariant
{
    public string Code => "chains";

    public Text Title { get; } = new("操作記録（監査ログ）の連鎖が途切れていない", "The audit logs' chains are whole");

    public void Check(Picture picture, Results results)
    {
        foreach (var chain in picture.AuditLogs)
        {
            results.Look(chain.Entries);
            if (chain.BrokenAt is { } number)
                results.Find(
                    null,
                    new($"{chain.Service} の操作記録が {number} 番で途切れています（改ざんまたは欠落）。", $"The audit log of {chain.Service} breaks at entry {number}: changed, or one before it is missing."),
                    new("ストアの写しを保全し、プログラムのログに残る検証値（sealed up to …）とバックアップを照らし合わせてください。", "Keep a copy of the store, and compare backups with the anchors in the program's log (sealed up to …)."),
                    $"{chain.Service} broken");
            if (chain.UnsealedSince is { } since && picture.IsLate(since))
                results.Find(
                    null,
                    new($"{chain.Service} の操作記録が {since.At()} から封印されていません。", $"Entries of {chain.Service}'s audit log have not been sealed since {since.At()}."),
                    new("サービスが動いていれば数秒で封印されます。ログの警告を確かめてください。", "A running service seals within seconds: see the warnings in its log."),
                    $"{chain.Service} unsealed");
        }
    }
}

using Conference.Audit.Queues;
using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>Outboxes and error queues are empty; what is on its way is young.</summary>
internal sealed class MessagesArrive : IInvariant
{
    private static readonly Text Retry = new(
        "原因を直して運用画面（失敗したメッセージ）から再試行してください。RabbitMQ がなければ自動で再試行されます。",
        "Mend the cause, then retry it on the operations page; without RabbitMQ it is retried by itself.");

    private static readonly Text TakeBack = new(
        "製品が使わないキューです。RabbitMQ の管理プラグインかシャベル（rabbitmq_shovel）で、末尾の _skipped を除いた名前のキューに戻してください。",
        "The product uses no such queue. Move its messages to the queue without _skipped, by RabbitMQ's management plugin or a shovel (rabbitmq_shovel).");

    private static readonly Text Wait = new("送達中です。しばらくして残っていれば、もう一度監査してください。", "It is on its way; audit again if it stays.");

    public string Code => "messages";

    public Text Title { get; } = new("送信箱（outbox）とエラーキューに取り残されたメッセージがない", "No message is left in an outbox or an error queue");

    public void Check(Picture picture, Results results)
    {
        results.Look(MessageTables.Stores.Count + (picture.Queues?.Count ?? 0));
        foreach (var row in picture.Outbox)
            Check(row, picture, results);
        foreach (var queue in (picture.Queues ?? []).Where(queue => queue.Messages > 0))
            Check(queue, results);
    }

    private static void Check(OutboxRow row, Picture picture, Results results)
    {
        var type = row.MessageType[(row.MessageType.LastIndexOf(':') + 1)..];
        var what = new Text(
            $"{row.Store} の送信箱に {row.WrittenAt.At()} から {type}（{row.MessageId}）があります：{row.Failure ?? "未送達"}",
            $"{type} ({row.MessageId}) has been in the outbox of {row.Store} since {row.WrittenAt.At()}: {row.Failure ?? "not delivered"}.");
        if (row.Failure is not null || picture.IsLate(row.WrittenAt))
            results.Find(row.ConferenceId, what, Retry, row.MessageId.ToString());
        else
            results.Explain(row.ConferenceId, what, Wait);
    }

    private static void Check(QueueDepth queue, Results results)
    {
        var what = new Text($"キュー {queue.Queue} に {queue.Messages} 件あります（受信者 {queue.Consumers}）。", $"Queue {queue.Queue} holds {queue.Messages} messages ({queue.Consumers} consumers).");
        if (queue.HoldsSkipped)
            results.Find(null, what, TakeBack, queue.Queue);
        else if (queue.HoldsFailures || (queue.Consumers == 0 && !queue.HoldsRetries))
            results.Find(null, what, Retry, queue.Queue);
        else
            results.Explain(null, what, Wait);
    }
}

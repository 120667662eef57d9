namespace Conference.Audit.Stores;

/// <summary>A message that was committed and has not taken effect yet.</summary>
internal sealed record OutboxRow(string Store, Guid MessageId, string MessageType, Guid? ConferenceId, DateTimeOffset WrittenAt, string? Failure);

/// <summary>What the audit reads of the platform's tables in every store.</summary>
internal static class MessageTables
{
    public static readonly IReadOnlyList<string> Stores = ["hospitals", "requests", "booking", "invitations", "council", "timers", "portal"];

    // Later are the rows that were sent and only stay for a restore (Bus:KeepSentFor).
    private const string OutboxSql = "SELECT message_id, message_type, correlation_id, written_at, failure FROM outbox WHERE held_until < '9998-01-01' ORDER BY sequence";

    public static Task<List<OutboxRow>> ReadAsync(Store store, string name, CancellationToken cancellationToken) => store.ListAsync(
        OutboxSql, row => new OutboxRow(name, row.Id(0), row.Text(1), row.IdOrNull(2), row.Time(3), row.TextOrNull(4)), cancellationToken);
}

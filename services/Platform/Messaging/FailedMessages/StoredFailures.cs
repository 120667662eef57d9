using System.Globalization;
using Conference.Platform.Audit;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>Embedded: what failed is still a row of the outbox that it was sent from.</summary>
internal sealed class StoredFailures(ServiceStore store, TimeProvider clock, AuditTrail trail) : IFailedMessages
{
    private const int Portion = 1000;

    private IQueryable<OutboxMessage> Failed => store.Outbox.Where(message => message.Failure != null);

    public async Task<(IReadOnlyList<FailedMessage> Items, int Total)> ListAsync(int most, CancellationToken cancellationToken)
    {
        var rows = await Failed.AsNoTracking().OrderBy(message => message.Sequence).Take(most).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => View(row, null))], await Failed.CountAsync(cancellationToken));
    }

    public async Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        await One(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row ? View(row, row.Body) : null;

    // The next look of the delivery takes it up.
    public Task<IReadOnlyList<FailedMessage>> RetryAsync(string? id, CancellationToken cancellationToken) => OnEachAsync(
        id is null ? Failed : One(id),
        rows => rows.ExecuteUpdateAsync(row => row.SetProperty(message => message.HeldUntil, clock.GetUtcNow()), cancellationToken),
        cancellationToken);

    public async Task<FailedMessage?> DiscardAsync(string id, CancellationToken cancellationToken) =>
        (await OnEachAsync(One(id), rows => rows.ExecuteDeleteAsync(cancellationToken), cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<FailedMessage>> OnEachAsync(IQueryable<OutboxMessage> rows, Func<IQueryable<OutboxMessage>, Task<int>> act, CancellationToken cancellationToken)
    {
        List<FailedMessage> found = [];
        await store.InTransactionAsync(async () =>
        {
            found = [.. (await rows.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancellationToken)).Select(row => View(row, null))];
            // SQLite takes some thirty thousand parameters at once.
            foreach (var portion in found.Select(message => long.Parse(message.Id, CultureInfo.InvariantCulture)).Chunk(Portion))
                await act(store.Outbox.Where(row => portion.Contains(row.Sequence)));
        }, cancellationToken);
        trail.Name(found);
        return found;
    }

    private IQueryable<OutboxMessage> One(string id)
    {
        var sequence = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Failed.Where(message => message.Sequence == sequence);
    }

    private static FailedMessage View(OutboxMessage row, string? body)
    {
        // As FailureFilter notes it: "queue: kind of fault: what it said".
        var (queue, failure) = row.Failure!.Split(": ", 2) is [var at, var fault] ? (at, fault) : (null, row.Failure);
        return new FailedMessage
        {
            Id = row.Sequence.ToString(CultureInfo.InvariantCulture),
            MessageId = row.MessageId.ToString(),
            Queue = queue,
            MessageType = FailedMessage.TypeOf(row.MessageType),
            At = row.WrittenAt,
            Failure = failure,
            Body = body,
        };
    }
}

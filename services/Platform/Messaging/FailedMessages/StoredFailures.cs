using System.Globalization;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>Embedded: what failed is still a row of the outbox that it was sent from.</summary>
internal sealed class StoredFailures(ServiceStore store, TimeProvider clock) : IFailedMessages
{
    private IQueryable<OutboxMessage> Failed => store.Outbox.Where(message => message.Failure != null);

    public async Task<(IReadOnlyList<FailedMessage> Items, int Total)> ListAsync(int most, CancellationToken cancellationToken)
    {
        var rows = await Failed.AsNoTracking().OrderBy(message => message.Sequence).Take(most).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => View(row, null))], await Failed.CountAsync(cancellationToken));
    }

    public async Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        await One(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row ? View(row, row.Body) : null;

    // The next look of the delivery takes it up.
    public async Task<int> RetryAsync(string? id, CancellationToken cancellationToken)
    {
        var retried = 0;
        await store.InTransactionAsync(
            async () => retried = await (id is null ? Failed : One(id)).ExecuteUpdateAsync(row => row.SetProperty(message => message.HeldUntil, clock.GetUtcNow()), cancellationToken),
            cancellationToken);
        return retried;
    }

    public async Task<bool> DiscardAsync(string id, CancellationToken cancellationToken)
    {
        var discarded = 0;
        await store.InTransactionAsync(async () => discarded = await One(id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return discarded > 0;
    }

    private IQueryable<OutboxMessage> One(string id)
    {
        var sequence = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Failed.Where(message => message.Sequence == sequence);
    }

    private static FailedMessage View(OutboxMessage row, string? body) => new()
    {
        Id = row.Sequence.ToString(CultureInfo.InvariantCulture),
        MessageType = FailedMessage.TypeOf(row.MessageType),
        At = row.WrittenAt,
        Failure = row.Failure!,
        Body = body,
    };
}

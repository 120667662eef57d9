using Conference.Platform.Storage;
using Conference.Platform.Telemetry.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Messaging;

/// <summary>How much of a store's outbox waits, for how long, and what failed.</summary>
internal sealed class OutboxFigures(string service, Type storeType, TimeProvider clock) : IFigureSource
{
    private static readonly Figure Waiting = new("conference.outbox.messages", null, "Messages that were committed and have not taken effect yet");
    private static readonly Figure Failed = new("conference.outbox.failed_messages", null, "Messages that a consumer gave up on (embedded bus)");
    private static readonly Figure OldestAge = new("conference.outbox.oldest_age", "s", "Age of the oldest message in the outbox");

    public IReadOnlyList<Figure> Figures => [Waiting, Failed, OldestAge];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var store = (ServiceStore)scope.GetRequiredService(storeType);
        var rows = await store.Outbox.GroupBy(row => row.Failure != null)
            .Select(group => new { Failed = group.Key, Count = group.Count(), Oldest = group.Min(row => row.WrittenAt) })
            .ToListAsync(cancellationToken);
        var label = Reading.Label("service", service);
        return
        [
            new Reading(Waiting, rows.Sum(row => row.Count), label),
            new Reading(Failed, rows.Where(row => row.Failed).Sum(row => row.Count), label),
            new Reading(OldestAge, rows.Select(row => Age(row.Oldest)).DefaultIfEmpty(0).Max(), label),
        ];
    }

    private double Age(DateTimeOffset since) => Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds);
}

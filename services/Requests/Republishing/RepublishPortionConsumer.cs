using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Republishing;

internal sealed class RepublishPortionConsumer(RequestsStore store, TimeProvider clock) : IConsumer<RepublishPortion>
{
    private const int Size = 200;

    public async Task Consume(ConsumeContext<RepublishPortion> context)
    {
        var after = context.Message.After;
        var portion = await store.Conferences.AsNoTracking()
#pragma warning disable CA1309, CA1310 // Compared by the store; it knows no .NET comparison
            .Where(state => string.Compare(state.Number, after) > 0)
#pragma warning restore CA1309, CA1310
            .OrderBy(state => state.Number)
            .Take(Size)
            .ToListAsync(context.CancellationToken);
        foreach (var state in portion)
        {
            await context.Publish(Snapshot.Of(state, clock.GetUtcNow()), context.CancellationToken);
            if (state.RecordedAt is not null)
                await context.Publish(Snapshot.Record(state), context.CancellationToken);
        }

        if (portion.Count == Size)
            await context.Publish(new RepublishPortion { After = portion[^1].Number }, context.CancellationToken);
    }
}

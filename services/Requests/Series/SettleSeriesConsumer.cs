using Conference.Platform.Storage;
using Conference.Requests.Lifecycle;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

/// <summary>
/// All or nothing: once every occurrence is held, unplaced or called off, either all are invited or all are given back.
/// It looks at the conferences as they stand, so it does not matter which message came, how often or in what order.
/// </summary>
internal sealed class SettleSeriesConsumer(RequestsStore store) : IConsumer<SettleSeries>
{
    private const string Reserved = nameof(ConferenceLifecycle.Reserved);
    private const string Unplaced = nameof(ConferenceLifecycle.Unplaced);
    private const string Cancelled = nameof(ConferenceLifecycle.Cancelled);

    public async Task Consume(ConsumeContext<SettleSeries> context)
    {
        var id = context.Message.SeriesId;
        // In turns: of two that come last, neither would see the other's commit.
        await store.OneAtATimeAsync($"series {id}", context.CancellationToken);
        var series = await store.Series.SingleAsync(series => series.SeriesId == id, context.CancellationToken);
        if (series.State != SeriesState.Gathering)
            return;
        var wanted = await store.Occurrences.CountAsync(occurrence => occurrence.SeriesId == id && occurrence.ConferenceId != null, context.CancellationToken);
        var conferences = await store.Conferences.AsNoTracking().Where(state => state.SeriesId == id)
            .Select(state => new { state.CorrelationId, state.CurrentState }).ToListAsync(context.CancellationToken);
        if (conferences.Count < wanted || conferences.Exists(conference => conference.CurrentState is not (Reserved or Unplaced or Cancelled)))
            return;

        series.State = conferences.Exists(conference => conference.CurrentState == Unplaced) ? SeriesState.Failed : SeriesState.Running;
        foreach (var conference in conferences.Where(conference => conference.CurrentState != Cancelled))
        {
            if (series.State == SeriesState.Failed)
                await context.Publish(new WithdrawOccurrence { ConferenceId = conference.CorrelationId }, context.CancellationToken);
            else
                await context.Publish(new InviteToOccurrence { ConferenceId = conference.CorrelationId }, context.CancellationToken);
        }
    }
}

using Conference.Platform.Storage;
using Conference.Timers.Storage;
using MassTransit;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Conference.Timers.Schedules;

/// <summary>
/// Sets and cancels timers. Quartz commits by itself, before the inbox does: a message that is delivered again
/// finds its timer under the same key, and nothing is different.
/// </summary>
internal sealed class KeepTimersConsumer(TimersStore store, ISchedulerFactory quartz, TimeProvider clock) : IConsumer<ScheduleMessage>, IConsumer<CancelScheduledMessage>
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    public async Task Consume(ConsumeContext<ScheduleMessage> context)
    {
        var message = context.Message;
        await store.OneAtATimeAsync(TurnOf(message.CorrelationId), context.CancellationToken);
        if (await store.EarlyCancellations.AnyAsync(early => early.Token == message.CorrelationId, context.CancellationToken))
            return;

        var scheduler = await quartz.GetScheduler(context.CancellationToken);
        await scheduler.ScheduleJob(TimerJob.ToJob(message), TimerJob.ToTrigger(message), ScheduleJobOptions.Replacing, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<CancelScheduledMessage> context)
    {
        var token = context.Message.TokenId;
        await store.OneAtATimeAsync(TurnOf(token), context.CancellationToken);
        var scheduler = await quartz.GetScheduler(context.CancellationToken);
        await scheduler.DeleteJob(TimerJob.KeyOf(token), context.CancellationToken);

        var now = clock.GetUtcNow();
        var forgotten = now - Remembered;
        await store.EarlyCancellations.Where(early => early.Token == token || early.At < forgotten).ExecuteDeleteAsync(context.CancellationToken);
        store.Add(new EarlyCancellation { Token = token, At = now });
    }

    // Of two replicas, one setting and one cancelling, the later sees what the earlier has done.
    private static string TurnOf(Guid token) => $"timer {token}";
}

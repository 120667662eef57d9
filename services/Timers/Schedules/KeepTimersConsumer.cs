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
        var cancelled = await store.EarlyCancellations.Where(early => early.Token == message.CorrelationId).ExecuteDeleteAsync(context.CancellationToken);
        if (cancelled > 0)
            return;

        var scheduler = await quartz.GetScheduler(context.CancellationToken);
        await scheduler.ScheduleJob(TimerJob.ToJob(message), TimerJob.ToTrigger(message), ScheduleJobOptions.Replacing, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<CancelScheduledMessage> context)
    {
        var token = context.Message.TokenId;
        var scheduler = await quartz.GetScheduler(context.CancellationToken);
        if (await scheduler.DeleteJob(TimerJob.KeyOf(token), context.CancellationToken))
            return;

        var now = clock.GetUtcNow();
        var forgotten = now - Remembered;
        await store.EarlyCancellations.Where(early => early.Token == token || early.At < forgotten).ExecuteDeleteAsync(context.CancellationToken);
        store.Add(new EarlyCancellation { Token = token, At = now });
    }
}

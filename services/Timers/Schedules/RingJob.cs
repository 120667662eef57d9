using Conference.Platform.Messaging;
using Conference.Timers.Storage;
using Quartz;

namespace Conference.Timers.Schedules;

/// <summary>
/// The moment has come: the message goes to the outbox. A crash in here makes Quartz run the job again at the next
/// start; a store that does not answer, after a pause.
/// </summary>
internal sealed class RingJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RingJob> logger) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<TimersStore>();
            store.Send(TimerJob.ToDueMessage(context.JobDetail));
            await store.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Timer {Token} could not be sent and is tried again", context.JobDetail.Key.Name);
            await Task.Delay(Pause, clock, cancellationToken);
            throw new JobExecutionException(exception) { RefireImmediately = true };
        }
    }
}

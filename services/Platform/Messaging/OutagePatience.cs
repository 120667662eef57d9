using Conference.Platform.Storage;
using MassTransit;
using MassTransit.RetryPolicies;

namespace Conference.Platform.Messaging;

/// <summary>
/// While the store does not answer, a message is tried again every second. By time and not by tries: one that waits for
/// a connection takes much longer than one that is refused.
/// </summary>
internal sealed class OutagePatience(TimeProvider clock) : IRetryPolicy
{
    /// <summary>
    /// With the longest of last tries well within the half hour after which RabbitMQ takes an unanswered message back
    /// (consumer_timeout).
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context) where T : class, PipeContext => new Message<T>(this, context);

    public bool IsHandled(Exception exception) => StoreOutage.Is(exception);

    public void Probe(ProbeContext context) => context.CreateScope("outagePatience");

    private long Now() => clock.GetTimestamp();

    private bool IsOver(long began) => clock.GetElapsedTime(began) >= Limit;

    private sealed class Message<T>(OutagePatience policy, T context) : BaseRetryPolicyContext<T>(policy, context) where T : class, PipeContext
    {
        private readonly OutagePatience _policy = policy;

        protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
            new Try<T>(_policy, _policy.Now(), Context, exception, 0, cancellationToken);
    }

    private sealed class Try<T>(OutagePatience policy, long began, T context, Exception exception, int tries, CancellationToken cancellationToken)
        : BaseRetryContext<T>(context, exception, tries, cancellationToken), RetryContext<T>
        where T : class, PipeContext
    {
        public override TimeSpan? Delay => Pause;

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            retryContext = new Try<T>(policy, began, Context, exception, RetryAttempt, CancellationToken);
            return policy.IsHandled(exception) && !policy.IsOver(began);
        }
    }
}

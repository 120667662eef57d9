using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>Tells the others how a conference stands once a message has done all it does: once, however many steps that took.</summary>
internal sealed class TellOthers : IEventObserver<ConferenceState>
{
    /// <summary>There is something to tell, as of this moment.</summary>
    public static void Of(BehaviorContext<ConferenceState> context, DateTimeOffset at) =>
        context.GetOrAddPayload(() => new Change()).At = at;

    // A timer's message is two events, one within the other: the first that is done tells.
    public Task PostExecute<T>(BehaviorContext<ConferenceState, T> context) where T : class
    {
        if (!context.TryGetPayload(out Change? change) || change.At is not { } at)
            return Task.CompletedTask;
        change.At = null;
        return context.Publish(Snapshot.Of(context.Saga, at), context.CancellationToken);
    }

    public Task PreExecute(BehaviorContext<ConferenceState> context) => Task.CompletedTask;

    public Task PreExecute<T>(BehaviorContext<ConferenceState, T> context) where T : class => Task.CompletedTask;

    public Task PostExecute(BehaviorContext<ConferenceState> context) => Task.CompletedTask;

    public Task ExecuteFault(BehaviorContext<ConferenceState> context, Exception exception) => Task.CompletedTask;

    public Task ExecuteFault<T>(BehaviorContext<ConferenceState, T> context, Exception exception) where T : class => Task.CompletedTask;

    private sealed class Change
    {
        public DateTimeOffset? At { get; set; }
    }
}

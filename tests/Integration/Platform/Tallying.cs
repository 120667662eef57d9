using MassTransit;

namespace Conference.IntegrationTests.Platform;

public sealed record OpenTally
{
    public required Guid TallyId { get; init; }
}

public sealed record AddToTally
{
    public required Guid TallyId { get; init; }
}

public sealed record TallyExpired
{
    public required Guid TallyId { get; init; }
}

public sealed class Tally : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = "";

    public int Sum { get; set; }

    public Guid? ExpiryToken { get; set; }
}

public sealed class TallyLifecycle : MassTransitStateMachine<Tally>
{
    public TallyLifecycle()
    {
        InstanceState(tally => tally.CurrentState);
        Event(() => Opened, e => e.CorrelateById(context => context.Message.TallyId));
        Event(() => Added, e => e.CorrelateById(context => context.Message.TallyId));
        Schedule(() => Expiry, tally => tally.ExpiryToken, schedule => schedule.Received = e => e.CorrelateById(context => context.Message.TallyId));

        Initially(
            When(Opened)
                .Schedule(Expiry, context => new TallyExpired { TallyId = context.Saga.CorrelationId }, _ => TimeSpan.FromDays(1))
                .TransitionTo(Open));
        During(Open, When(Expiry!.Received).TransitionTo(Expired));
        DuringAny(When(Added).Then(context => context.Saga.Sum++));
    }

    public State Open { get; } = null!;

    public State Expired { get; } = null!;

    public Event<OpenTally> Opened { get; } = null!;

    public Event<AddToTally> Added { get; } = null!;

    public Schedule<Tally, TallyExpired> Expiry { get; } = null!;
}

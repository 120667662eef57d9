using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Saga;

namespace Conference.Platform.Messaging;

/// <summary>Keeps sagas in the store whose transaction the inbox has opened for the message.</summary>
internal sealed class SagaStore<TSaga>(ISagaConsumeContextFactory<ServiceStore, TSaga> contexts) : ISagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next) where T : class =>
        next.Send(new SagaStoreContext<TSaga, T>(context.GetPayload<ServiceStore>(), context, contexts));

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next) where T : class =>
        throw new NotSupportedException($"{typeof(TSaga).Name} is found by its id: correlate {typeof(T).Name} with CorrelateById.");

    public void Probe(ProbeContext context) => context.CreateScope("sagaStore");
}

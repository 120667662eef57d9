using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging;

/// <summary>One message at one saga. Changes are tracked and saved once, with the transaction.</summary>
internal sealed class SagaStoreContext<TSaga, T>(ServiceStore store, ConsumeContext<T> context, ISagaConsumeContextFactory<ServiceStore, TSaga> contexts)
    : ConsumeContextScope<T>(context), SagaRepositoryContext<TSaga, T>
    where TSaga : class, ISaga
    where T : class
{
    private readonly ConsumeContext<T> _context = context;

    public Task<SagaConsumeContext<TSaga, T>> Add(TSaga instance) => contexts.CreateSagaConsumeContext(store, _context, instance, SagaConsumeContextMode.Add);

    public Task<SagaConsumeContext<TSaga, T>> Insert(TSaga instance)
    {
        store.Add(instance);
        return contexts.CreateSagaConsumeContext(store, _context, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<TSaga, T>> Load(Guid correlationId) =>
        await Find(correlationId).SingleOrDefaultAsync(CancellationToken) is { } instance
            ? await contexts.CreateSagaConsumeContext(store, _context, instance, SagaConsumeContextMode.Load)
            : null!;

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        if (store.Entry(context.Saga).State == EntityState.Detached)
            store.Add(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        store.Remove(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        store.Entry(context.Saga).State = EntityState.Unchanged;
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, TOther>> CreateSagaConsumeContext<TOther>(ConsumeContext<TOther> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where TOther : class => contexts.CreateSagaConsumeContext(store, consumeContext, instance, mode);

    // Two replicas must not carry the same instance on at once; SQLite has one writer anyway.
    private IQueryable<TSaga> Find(Guid correlationId)
    {
        if (store.IsSqlite)
            return store.Set<TSaga>().Where(saga => saga.CorrelationId == correlationId);
        var sql = $"SELECT * FROM {store.TableOf<TSaga>()} WHERE correlation_id = {{0}} FOR UPDATE";
        return store.Set<TSaga>().FromSqlRaw(sql, correlationId);
    }
}

using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Hosting;

/// <summary>What a module registers, gathered before the one bus of the process is built.</summary>
public sealed class ModuleBuilder
{
    private readonly List<Action<IBusRegistrationConfigurator, IDictionary<string, Type>>> _bus = [];

    internal ModuleBuilder(IServiceModule module, IHostApplicationBuilder host)
    {
        Module = module;
        Host = host;
    }

    internal IServiceModule Module { get; }

    internal IHostApplicationBuilder Host { get; }

    internal Type? Store { get; private set; }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services => Host.Services;

    /// <summary>The host's configuration.</summary>
    public IConfiguration Configuration => Host.Configuration;

    /// <summary>
    /// Adds the service's store. <typeparamref name="TStore"/> is resolved in scopes as whichever of
    /// <typeparamref name="TSqlite"/> and <typeparamref name="TPostgres"/> the configuration asks for, and is
    /// migrated before the host is ready.
    /// </summary>
    public ModuleBuilder AddStore<TStore, TSqlite, TPostgres>()
        where TStore : ServiceStore
        where TSqlite : TStore
        where TPostgres : TStore
    {
        Store = typeof(TStore);
        StoreRegistration.Add<TStore, TSqlite, TPostgres>(Services, Configuration, Module.Name);
        return this;
    }

    /// <summary>Adds a consumer on a queue of its own, named after the service and the consumer (<c>booking-hold-slot</c>), or on <paramref name="queue"/>.</summary>
    public ModuleBuilder AddConsumer<TConsumer>(string? queue = null) where TConsumer : class, IConsumer
    {
        queue ??= QueueName.For(Module.Name, typeof(TConsumer));
        _bus.Add((bus, queues) =>
        {
            bus.AddConsumer<TConsumer>().Endpoint(endpoint => endpoint.Name = queue);
            queues[queue] = StoreFor(queue);
        });
        return this;
    }

    /// <summary>Adds a saga whose instances live in the module's store, on a queue named after the service and the state machine.</summary>
    public ModuleBuilder AddSaga<TMachine, TState>()
        where TMachine : class, SagaStateMachine<TState>
        where TState : class, SagaStateMachineInstance
    {
        var queue = QueueName.For(Module.Name, typeof(TMachine));
        Services.RegisterSagaRepository<TState, ServiceStore, SagaConsumeContextFactory<ServiceStore, TState>, SagaStore<TState>>();
        _bus.Add((bus, queues) =>
        {
            bus.AddSagaStateMachine<TMachine, TState>().Endpoint(endpoint => endpoint.Name = queue);
            queues[queue] = StoreFor(queue);
        });
        return this;
    }

    internal void AddTo(IBusRegistrationConfigurator bus, IDictionary<string, Type> queues)
    {
        foreach (var add in _bus)
            add(bus, queues);
    }

    private Type StoreFor(string queue) =>
        Store ?? throw new InvalidOperationException($"Queue {queue} needs a store for its inbox: {Module.Name} adds none.");
}

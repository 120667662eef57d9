using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Messaging;

/// <summary>The one bus of the process, for all its modules.</summary>
internal static class BusSetup
{
    // An exchange, not a queue: a sender must not declare the Timers service's queue in its own way.
    private static readonly Uri Scheduler = new("exchange:timers");

    public static void AddBus(this IHostApplicationBuilder host, IReadOnlyList<ModuleBuilder> modules)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(modules);
        var options = Options(host.Configuration);
        var services = host.Services;
        services.AddSetting<BusOptions>(BusOptions.Section);
        services.AddSingleton<Acknowledgements>();
        services.AddScoped<IOutboxContextFactory<ServiceStore>, InboxTransaction>();
        services.AddOptions<MassTransitHostOptions>().Configure(bus => bus.WaitUntilStarted = true);

        var queues = new Dictionary<string, Type>(StringComparer.Ordinal);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
                module.AddTo(bus, queues);
            bus.AddConfigureEndpointsCallback(ConfigureQueue);
            if (options.RabbitMq is { } broker)
                bus.UsingRabbitMq((context, rabbit) => UseRabbitMq(context, rabbit, broker, options));
            else
                bus.UsingInMemory((context, memory) => UseMemory(context, memory, options));
        });
        services.AddSingleton(_ => Map(queues));

        // After the bus, so that they start when it runs and stop before it does.
        foreach (var module in modules)
        {
            if (module.Store is { } store)
                AddDelivery(services, module.Module.Name, store);
        }
    }

    private static QueueMap Map(Dictionary<string, Type> queues)
    {
        var map = new QueueMap();
        foreach (var (queue, store) in queues)
            map.Add(queue, store);
        return map;
    }

    private static BusOptions Options(IConfiguration configuration)
    {
        var setting = configuration[$"{BusOptions.Section}:{nameof(BusOptions.RabbitMq)}"];
        if (string.IsNullOrEmpty(setting))
            configuration[$"{BusOptions.Section}:{nameof(BusOptions.RabbitMq)}"] = null;
        else if (!Uri.TryCreate(setting, UriKind.Absolute, out var broker) || broker.Scheme is not ("amqp" or "amqps"))
            // The value can hold a password: it is not repeated.
            throw new InvalidSettingException("Bus:RabbitMq", "…", "a URL such as amqp://user:password@rabbit/");
        return configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
    }

    private static void AddDelivery(IServiceCollection services, string name, Type store)
    {
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<OutboxDelivery>(provider, store));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<OutboxDelivery>(name));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<InboxCleanup>(provider, store));
    }

    private static void ConfigureQueue(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PublishFaults = false;
        endpoint.UseFilter<ConsumeContext>(new FailureFilter(queue, context.GetRequiredService<Acknowledgements>()));
        // Each try has a scope, and so a store, of its own: retry stands outside the inbox.
        endpoint.UseMessageRetry(retry => retry.Intervals(10, 50, 200, 1000, 3000));
        var inbox = new OutboxConsumePipeSpecificationObserver<ServiceStore>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(inbox);
        endpoint.ConnectSagaConfigurationObserver(inbox);
        var map = new QueueMapObserver(queue, context.GetRequiredService<QueueMap>());
        endpoint.ConnectConsumerConfigurationObserver(map);
        endpoint.ConnectSagaConfigurationObserver(map);
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.SetQuorumQueue();
        else
            // The outbox keeps what failed; an error queue in memory would only grow.
            endpoint.DiscardFaultedMessages();
    }

    private static void UseMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator memory, BusOptions options)
    {
        memory.PrefetchCount = options.Prefetch;
        memory.UseMessageScheduler(Scheduler);
        memory.ConfigureEndpoints(context);
    }

    private static void UseRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, Uri broker, BusOptions options)
    {
        rabbit.Host(broker, host => host.PublisherConfirmation = true);
        rabbit.PrefetchCount = options.Prefetch;
        rabbit.SendTopology.ConfigureErrorSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
        rabbit.SendTopology.ConfigureDeadLetterSettings = queue => queue.SetQueueArgument("x-queue-type", "quorum");
        rabbit.UseMessageScheduler(Scheduler);
        rabbit.ConfigureEndpoints(context);
    }
}

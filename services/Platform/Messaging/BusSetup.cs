using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Conference.Platform.Telemetry.Figures;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
        if (!options.IsEmbedded)
        {
            services.AddSingleton<Broker>();
            services.AddHostedService<BrokerTopology>();
        }

        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
                module.AddTo(bus, queues);
            bus.AddConfigureEndpointsCallback(ConfigureQueue);
            if (options.IsEmbedded)
                bus.UsingInMemory((context, memory) => UseMemory(context, memory, options));
            else
                bus.UsingRabbitMq((context, rabbit) => RabbitMqSetup.Use(context, rabbit, options, Scheduler));
        });
        services.AddSingleton(_ => Map(queues));
        services.AddFigures(provider => ActivatorUtilities.CreateInstance<QueueFigures>(provider));

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
        var options = configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        // The value can hold a password: it is not repeated.
        if (options.RabbitMq?.Split(',').All(node => node.Trim().Length == 0 || BusOptions.IsBroker(node.Trim())) == false)
            throw new InvalidSettingException("Bus:RabbitMq", "…", "a URL such as amqp://user:password@rabbit/, or several separated by commas");
        return options;
    }

    private static void AddDelivery(IServiceCollection services, string name, Type store)
    {
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<OutboxDelivery>(provider, store));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<OutboxDelivery>(name));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<MessageCleanup>(provider, store));
        services.AddFigures(provider => ActivatorUtilities.CreateInstance<OutboxFigures>(provider, name, store));
    }

    private static void ConfigureQueue(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PublishFaults = false;
        // Before all else: other filters are asked only about messages that somebody here takes.
        if (endpoint is IRabbitMqReceiveEndpointConfigurator)
            endpoint.AddPrePipeSpecification(new FilterPipeSpecification<ConsumeContext>(
                new Redelivery(queue, context.GetRequiredService<QueueMap>(), context.GetRequiredService<IOptions<BusOptions>>().Value)));
        endpoint.UseFilter<ConsumeContext>(new FailureFilter(queue, context.GetRequiredService<Acknowledgements>()));
        // Each try has a scope, and so a store, of its own: retry stands outside the inbox. While the store does not
        // answer there is nothing else to do with a message: it waits in its place.
        endpoint.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new OutagePatience(context.GetRequiredService<TimeProvider>())));
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(StoreOutage.Is);
            retry.Intervals(10, 50, 200, 1000, 3000);
        });
        var inbox = new OutboxConsumePipeSpecificationObserver<ServiceStore>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(inbox);
        endpoint.ConnectSagaConfigurationObserver(inbox);
        var map = new QueueMapObserver(queue, context.GetRequiredService<QueueMap>());
        endpoint.ConnectConsumerConfigurationObserver(map);
        endpoint.ConnectSagaConfigurationObserver(map);
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            RabbitMqSetup.Declare(rabbit);
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
}

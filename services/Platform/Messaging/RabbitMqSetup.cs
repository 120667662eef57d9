using System.Globalization;
using MassTransit;

namespace Conference.Platform.Messaging;

/// <summary>The bus on RabbitMQ: quorum queues, publisher confirms, and a message waits rather than be lost.</summary>
internal static class RabbitMqSetup
{
    /// <summary>
    /// What every queue is declared with. Without the limit of -1 RabbitMQ drops a message whose consumer was killed
    /// twenty times (quorum queues, "Poison Message Handling").
    /// </summary>
    public static IReadOnlyDictionary<string, object?> QueueArguments { get; } = new Dictionary<string, object?>
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = -1,
    };

    public static void Use(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, BusOptions options, Uri scheduler)
    {
        var brokers = options.Brokers;
        rabbit.Host(brokers[0], host =>
        {
            host.PublisherConfirmation = true;
            // By itself MassTransit knows TLS by the port alone.
            if (BusOptions.IsEncrypted(brokers[0]))
                host.UseSsl();
            if (brokers.Count > 1)
                host.UseCluster(cluster => AddNodes(cluster, brokers));
        });
        rabbit.PrefetchCount = options.Prefetch;
        rabbit.SendTopology.ConfigureErrorSettings = Declare;
        rabbit.SendTopology.ConfigureDeadLetterSettings = Declare;
        rabbit.UseMessageScheduler(scheduler);
        rabbit.ConfigureEndpoints(context);
    }

    public static void Declare(IRabbitMqQueueConfigurator queue)
    {
        foreach (var (name, value) in QueueArguments)
            queue.SetQueueArgument(name, value);
    }

    private static void AddNodes(IRabbitMqClusterConfigurator cluster, IReadOnlyList<Uri> brokers)
    {
        foreach (var broker in brokers)
            cluster.Node(string.Create(CultureInfo.InvariantCulture, $"{broker.Host}:{BusOptions.PortOf(broker)}"));
    }
}

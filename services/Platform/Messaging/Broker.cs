using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Conference.Platform.Messaging;

/// <summary>RabbitMQ without the bus between: for what MassTransit has no word for.</summary>
internal sealed class Broker(IOptions<BusOptions> options)
{
    /// <summary>Connects to whichever node of the cluster answers.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var brokers = options.Value.Brokers;
        var factory = new ConnectionFactory { Uri = brokers[0], AutomaticRecoveryEnabled = false };
        return factory.CreateConnectionAsync([.. brokers.Select(broker => EndpointOf(broker, factory))], cancellationToken);
    }

    private static AmqpTcpEndpoint EndpointOf(Uri broker, ConnectionFactory factory) =>
        new(broker.Host, BusOptions.PortOf(broker), factory.Ssl);
}

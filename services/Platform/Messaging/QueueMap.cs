using Conference.Platform.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Messaging;

/// <summary>Which queue belongs to which store, and which queues take what is sent to an address.</summary>
internal sealed class QueueMap
{
    private readonly Dictionary<string, Type> _stores = new(StringComparer.Ordinal);
    private readonly HashSet<(string Queue, Type Message)> _taken = [];
    private Dictionary<string, HashSet<string>>? _takers;
    private ILookup<string, Type>? _messages;

    public static string NameOf(Uri address) => address.Segments is [.., var last] ? last : address.AbsolutePath;

    /// <summary>The queues of this process's services.</summary>
    public IReadOnlyCollection<string> All => _stores.Keys;

    /// <summary>The queues of the service with this store.</summary>
    public IReadOnlyCollection<string> Of(Type store) => [.. _stores.Where(queue => queue.Value == store).Select(queue => queue.Key).Order(StringComparer.Ordinal)];

    public void Add(string queue, Type store) => _stores[queue] = store;

    public void AddTaker(string queue, Type message)
    {
        if (!_taken.Add((queue, message)))
            throw new InvalidOperationException($"Two consumers on queue {queue} take {message.Name}: the inbox could not tell which of them has seen a message.");
    }

    /// <summary>Whether a consumer of this process takes the message from the queue.</summary>
    public bool Takes(string queue, ConsumeContext message)
    {
        _messages ??= _taken.ToLookup(taken => taken.Queue, taken => taken.Message, StringComparer.Ordinal);
        return _messages[queue].Any(message.HasMessageType);
    }

    public ServiceStore StoreOf(string queue, IServiceProvider scope) => (ServiceStore)scope.GetRequiredService(_stores[queue]);

    /// <summary>The queues at which a message for <paramref name="destination"/> has to take effect.</summary>
    public IReadOnlyCollection<string> TakersOf(Uri destination, IBusTopology topology)
    {
        _takers ??= Takers(topology);
        return _takers.TryGetValue(NameOf(destination), out var takers) ? takers : [];
    }

    private Dictionary<string, HashSet<string>> Takers(IBusTopology topology)
    {
        var takers = _taken.Select(taken => taken.Queue).Distinct().ToDictionary(queue => queue, queue => new HashSet<string> { queue });
        foreach (var (queue, message) in _taken)
        {
            if (!topology.TryGetPublishAddress(message, out var address))
                continue;
            if (!takers.TryGetValue(NameOf(address), out var queues))
                takers.Add(NameOf(address), queues = []);
            queues.Add(queue);
        }

        return takers;
    }
}

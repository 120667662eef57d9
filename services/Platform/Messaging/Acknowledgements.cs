using System.Collections.Concurrent;

namespace Conference.Platform.Messaging;

/// <summary>
/// Who still has to take a message that was sent over the in-memory bus. Until all have committed, its outbox row
/// is the only copy that survives the process.
/// </summary>
internal sealed class Acknowledgements
{
    private readonly ConcurrentDictionary<Guid, Expectation> _expected = new();

    /// <summary>Calls <paramref name="settled"/> once: with null when all queues took the message, or with the first failure.</summary>
    public void Expect(Guid messageId, IReadOnlyCollection<string> queues, Action<string?> settled)
    {
        var expectation = _expected.GetOrAdd(messageId, static (_, queues) => new Expectation([.. queues]), queues);
        if (!expectation.TryJoin(settled))
            Expect(messageId, queues, settled);
    }

    public void Acknowledge(Guid messageId, string queue)
    {
        if (_expected.TryGetValue(messageId, out var expectation) && expectation.Acknowledge(queue))
            Settle(messageId, expectation, null);
    }

    public void Fail(Guid messageId, string failure)
    {
        if (_expected.TryGetValue(messageId, out var expectation))
            Settle(messageId, expectation, failure);
    }

    private void Settle(Guid messageId, Expectation expectation, string? failure)
    {
        _expected.TryRemove(KeyValuePair.Create(messageId, expectation));
        foreach (var settled in expectation.Close())
            settled(failure);
    }

    private sealed class Expectation(HashSet<string> missing)
    {
        private readonly List<Action<string?>> _settled = [];
        private bool _closed;

        // The same message can be in two rows: a timer that fired twice.
        public bool TryJoin(Action<string?> settled)
        {
            lock (_settled)
            {
                if (_closed)
                    return false;
                _settled.Add(settled);
                return true;
            }
        }

        public bool Acknowledge(string queue)
        {
            lock (_settled)
                return missing.Remove(queue) && missing.Count == 0;
        }

        public List<Action<string?>> Close()
        {
            lock (_settled)
            {
                if (_closed)
                    return [];
                _closed = true;
                return _settled;
            }
        }
    }
}

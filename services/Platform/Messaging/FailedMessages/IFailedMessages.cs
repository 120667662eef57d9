namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>The failed messages of one service, wherever they are kept.</summary>
internal interface IFailedMessages
{
    /// <summary>The oldest first, without bodies, at most <paramref name="most"/>; and how many there are in all.</summary>
    Task<(IReadOnlyList<FailedMessage> Items, int Total)> ListAsync(int most, CancellationToken cancellationToken);

    Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives one, or with null all, to its consumer again. How many there were.</summary>
    Task<int> RetryAsync(string? id, CancellationToken cancellationToken);

    /// <summary>Takes one away for good. Whether it was there.</summary>
    Task<bool> DiscardAsync(string id, CancellationToken cancellationToken);
}

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>The failed messages of one service, wherever they are kept.</summary>
internal interface IFailedMessages
{
    /// <summary>The oldest first, without bodies, at most <paramref name="most"/>; and how many there are in all.</summary>
    Task<(IReadOnlyList<FailedMessage> Items, int Total)> ListAsync(int most, CancellationToken cancellationToken);

    Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives one, or with null all, to its consumer again. Those that were there.</summary>
    Task<IReadOnlyList<FailedMessage>> RetryAsync(string? id, CancellationToken cancellationToken);

    /// <summary>Takes one away for good. It, if it was there.</summary>
    Task<FailedMessage?> DiscardAsync(string id, CancellationToken cancellationToken);
}

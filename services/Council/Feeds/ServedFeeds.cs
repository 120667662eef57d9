using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Conference.Council.Feeds;

/// <summary>What a feed's address stands for: its tag (unpacked) and when it became that.</summary>
internal sealed record ServedFeed(string ETag, DateTimeOffset ModifiedAt)
{
    /// <summary>A strong tag is of the octets: packed they are others (RFC 9110, 8.8.3).</summary>
    public string Tag(bool packed) => packed ? $"{ETag[..^1]}-gzip\"" : ETag;
}

/// <summary>
/// What was served a moment ago. Calendar programs come by the thousand and most are told that nothing has changed:
/// that is answered from here, without a look at the store. A change in this process is seen at once, one of another
/// replica after <see cref="FeedOptions.RecheckSeconds"/>.
/// </summary>
internal sealed class ServedFeeds(IOptions<FeedOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, (ServedFeed Feed, long Changes, long At)> _served = new();
    private long _changes;

    /// <summary>Counts the changes: read before the store is, so that what changes meanwhile is not overlooked.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Something that feeds show has changed, or a feed was revoked.</summary>
    public void Forget() => Interlocked.Increment(ref _changes);

    public void Keep(Guid feedId, ServedFeed feed, long changes) => _served[feedId] = (feed, changes, clock.GetTimestamp());

    public ServedFeed? Of(Guid feedId) =>
        _served.TryGetValue(feedId, out var known) && known.Changes == Changes && clock.GetElapsedTime(known.At).TotalSeconds < options.Value.RecheckSeconds ? known.Feed : null;
}

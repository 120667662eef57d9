using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Storage;

/// <summary>
/// A turn at SQLite's single writer. Waiting here costs microseconds; meeting the lock inside SQLite costs a
/// polling sleep. PostgreSQL takes many writers, so there a turn is free.
/// </summary>
internal readonly struct WriteTurn : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim? _writer;

    private WriteTurn(SemaphoreSlim writer) => _writer = writer;

    public static async ValueTask<WriteTurn> EnterAsync(ServiceStore store, CancellationToken cancellationToken)
    {
        if (!store.IsSqlite)
            return default;

        var writer = Writers.GetOrAdd(store.Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await writer.WaitAsync(cancellationToken);
        return new WriteTurn(writer);
    }

    public void Dispose() => _writer?.Release();
}

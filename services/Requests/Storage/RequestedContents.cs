using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Storage;

/// <summary>Whether anything was ever asked for.</summary>
internal sealed class RequestedContents(RequestsStore store) : IStoreContents
{
    public async Task<string?> FindAsync(CancellationToken cancellationToken) =>
        await store.Requests.AnyAsync(cancellationToken) || await store.Series.AnyAsync(cancellationToken) ? "conferences" : null;
}

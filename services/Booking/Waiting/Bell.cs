using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Conference.Booking.Waiting;

/// <summary>Wakes a sweep of this process before its time. A ring that nobody hears is made good by the sweep itself.</summary>
internal abstract class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung and not been heard yet: once is enough.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _rung.Dispose();
}

/// <summary>Something was given back, or somebody has begun to wait.</summary>
internal sealed class OfferBell : Bell
{
    public static OfferBell Of(DbContext store) =>
        store.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<OfferBell>();
}

/// <summary>Something was said of a site.</summary>
internal sealed class CheckBell : Bell;

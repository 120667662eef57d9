using Conference.Booking.Storage;
using Conference.Booking.Waiting;

namespace Conference.Booking.Standing;

/// <summary>What news of the network means for bookings: those of the sites are looked at, and those who wait are tried again.</summary>
internal sealed class NetworkNews(BookingStore store, WaitingList waiting, CheckBell bell, TimeProvider clock)
{
    // A hold whose search had begun before the news was kept commits after it: looked at once more when it has.
    private static readonly TimeSpan OnceMoreAfter = TimeSpan.FromSeconds(30);

    public void Of(IEnumerable<string> siteIds)
    {
        var now = clock.GetUtcNow();
        foreach (var siteId in siteIds)
        {
            store.Add(new SiteCheck { SiteId = siteId, DueAt = now });
            if (!store.IsSqlite)
                store.Add(new SiteCheck { SiteId = siteId, DueAt = now + OnceMoreAfter });
        }

        waiting.AnythingMayFit();
        store.AfterCommit(bell.Ring);
    }
}

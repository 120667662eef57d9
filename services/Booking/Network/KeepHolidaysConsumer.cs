using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Network;

internal sealed class KeepHolidaysConsumer(BookingStore store, BookingMemory memory, NetworkNews news) : IConsumer<HolidaysChanged>
{
    public async Task Consume(ConsumeContext<HolidaysChanged> context)
    {
        await store.OneAtATimeAsync("holidays", context.CancellationToken);
        var changed = context.Message;
        store.AfterCommit(memory.Network.Forget);
        var known = await store.Holidays.FindAsync([KnownHolidays.TheOne], context.CancellationToken);
        if (known is null)
        {
            known = new KnownHolidays { Holidays = changed.Holidays };
            store.Add(known);
        }
        else if (known.Version >= changed.Version)
        {
            return;
        }

        news.Of(await store.Closures.Where(closures => closures.ClosedOnHolidays).Select(closures => closures.SiteId).ToListAsync(context.CancellationToken));
        known.Version = changed.Version;
        known.Holidays = changed.Holidays;
    }
}

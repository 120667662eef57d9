using Conference.Booking.Storage;
using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Booking.Network;

internal sealed class KeepHolidaysConsumer(BookingStore store, BookingMemory memory) : IConsumer<HolidaysChanged>
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

        known.Version = changed.Version;
        known.Holidays = changed.Holidays;
    }
}

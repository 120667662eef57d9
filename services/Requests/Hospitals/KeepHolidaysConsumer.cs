using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Conference.Requests.Storage;
using MassTransit;

namespace Conference.Requests.Hospitals;

internal sealed class KeepHolidaysConsumer(RequestsStore store) : IConsumer<HolidaysChanged>
{
    public async Task Consume(ConsumeContext<HolidaysChanged> context)
    {
        await store.OneAtATimeAsync("holidays", context.CancellationToken);
        var known = await store.Holidays.FindAsync([KnownHolidays.TheOne], context.CancellationToken);
        if (known is null)
            store.Add(known = new KnownHolidays());
        else if (known.Version >= context.Message.Version)
            return;
        (known.Version, known.Holidays) = (context.Message.Version, context.Message.Holidays);
    }
}

using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Holidays;

internal static class ReplaceHolidaysEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/holidays", Handle)
        .RequirePermission(Permission.ManageRegistry)
        .Produces<Page<Holiday>>()
        .WithSummary("Replaces the holidays");

    private static async Task<IResult> Handle(IReadOnlyList<HolidayEntry?> entries, HospitalsStore store, CancellationToken cancellationToken)
    {
        if (HolidayRules.Check(entries) is { Count: > 0 } faults)
            return Problem.Invalid(faults);

        var calendar = await store.Holidays.SingleOrDefaultAsync(cancellationToken);
        if (calendar is null)
            store.Add(calendar = new HolidayCalendar());
        calendar.Replace(HolidayRules.ToHolidays(entries));
        await store.PublishAsync(calendar.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok(new Page<Holiday> { Items = calendar.Holidays, Total = calendar.Holidays.Count });
    }
}

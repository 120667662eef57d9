using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Holidays;

internal static class ListHolidaysEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/holidays", Handle)
        .RequirePermission(Permission.ReadHospitals)
        .Produces<Page<Holiday>>()
        .WithSummary("The days on which the network rests, of one year or all");

    private static async Task<IResult> Handle(int? year, string? page, string? pageSize, HospitalsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var calendar = await store.Holidays.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var holidays = (calendar?.Holidays ?? []).Where(holiday => year is null || holiday.Date.Year == year).ToList();
        return Results.Ok(new Page<Holiday> { Items = [.. holidays.Skip(paging.Skip).Take(paging.Size)], Total = holidays.Count });
    }
}

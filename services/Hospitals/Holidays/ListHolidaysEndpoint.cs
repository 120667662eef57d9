using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
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

    private static async Task<IResult> Handle(int? year, int? page, int? pageSize, HospitalsStore store, CancellationToken cancellationToken)
    {
        var paging = new Paging(page, pageSize);
        var faults = new List<Fault>();
        paging.Check(faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var calendar = await store.Holidays.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return Results.Ok(paging.Read([.. (calendar?.Holidays ?? []).Where(holiday => year is null || holiday.Date.Year == year)]));
    }
}

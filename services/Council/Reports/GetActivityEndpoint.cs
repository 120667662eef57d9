using Conference.Contracts.Council;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Council.Reports;

internal static class GetActivityEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/reports/activity", Handle)
        .Produces<ActivityReport>(StatusCodes.Status200OK, "application/json", ActivityCsv.MediaType, ActivityWorkbook.MediaType)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .RequirePermission(Permission.ReadReports);

    private static async Task<IResult> Handle(
        [AsParameters] ActivityQuery query, Caller caller, HttpRequest request, ActivityReader reader, NetworkTime network, TimeProvider time, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var year = FiscalYear.Read(query.FiscalYear, network.DayOf(time.GetUtcNow()), faults);
        var prefecture = PrefectureCode.Read("prefecture", query.Prefecture, faults);
        var table = query.ReadTable(faults);
        query.CheckFormat(faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var scope = prefecture is null ? caller.Scope : Scope.OfPrefecture(prefecture);
        if (scope.Kind == "hospital" || (!caller.Scope.IsNation && caller.Scope != scope))
            return Problem.Forbidden(new Fault("prefecture", "out_of_scope", "担当範囲外の実績は閲覧できません。", "You may see the report of your own prefecture only."));

        var report = await reader.ReadAsync(year, scope, cancellationToken);
        return query.WantedFormat(request).Result(report, table);
    }
}

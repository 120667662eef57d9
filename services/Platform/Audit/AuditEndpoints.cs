using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Audit;

/// <summary>Each service shows its own log: <c>/api/audit/booking</c>.</summary>
internal sealed class AuditEndpoints(Type storeType)
{
    public static void Map(IEndpointRouteBuilder endpoints, string service, Type storeType)
    {
        var audit = new AuditEndpoints(storeType);
        endpoints.MapGet($"/api/audit/{service}", audit.ListAsync)
            .RequirePermission(Permission.ReadAudit)
            .WithSummary("The service's audit log, the newest entry first: ?who=&subject=&outcome=&from=&to=&page=&pageSize=")
            .Produces<AuditList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet($"/api/audit/{service}/verify", audit.VerifyAsync)
            .RequirePermission(Permission.ReadAudit)
            .WithSummary("Recomputes the chain of the service's audit log; ?position=&hash= are those of an earlier answer, to see that nothing was cut off since.")
            .Produces<AuditVerdict>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> ListAsync(HttpRequest request, Caller caller, string? page, string? pageSize, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        var query = AuditQuery.Read(request.Query, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        if (!caller.Scope.IsNation)
            return NotTheNation();

        var store = StoreOf(request.HttpContext);
        var entries = query.Of(store.AuditEntries.AsNoTracking());
        var items = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new AuditList([.. items.Select(AuditEntryView.Of)], await entries.CountAsync(cancellationToken)));
    }

    private async Task<IResult> VerifyAsync(HttpContext context, Caller caller, long? position, string? hash, CancellationToken cancellationToken)
    {
        if (position is null != string.IsNullOrEmpty(hash))
            return Problem.Invalid(new Fault("hash", "position_and_hash", "position と hash は両方指定してください。", "Give both position and hash, or neither."));
        if (!caller.Scope.IsNation)
            return NotTheNation();

        await new AuditSealer(storeType, context.RequestServices.GetRequiredService<IServiceScopeFactory>()).SealAsync(cancellationToken);
        return Results.Ok(await AuditVerification.VerifyAsync(StoreOf(context), position is { } place ? (place, hash!) : null, cancellationToken));
    }

    private ServiceStore StoreOf(HttpContext context) => (ServiceStore)context.RequestServices.GetRequiredService(storeType);

    // Entries name no hospital for sure, so a part of the log cannot be cut out for a prefecture.
    private static IResult NotTheNation() => Problem.Forbidden(new Fault("", "nation_only", "監査ログは全国を担当する方だけが見られます。", "The audit log is for those who act for the nation."));
}

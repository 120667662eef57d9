using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Viewing;

internal static class ListConferencesEndpoint
{
    private const string Placing = nameof(ConferenceLifecycle.Placing);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences", Handle)
        .RequirePermission(Permission.ReadConferences)
        .WithSummary("The conferences that concern the caller's hospitals, the newest request first; by state, by a part of the number, by a hospital that holds it or takes part.")
        .Produces<Page<ConferenceListItem>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(
        string? state, string? number, string? hospital, string? page, string? pageSize, Caller caller, RequestsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        var known = string.Join(", ", StateNames.All);
        if (!string.IsNullOrEmpty(state) && !StateNames.All.Contains(state))
            faults.Add(new Fault("state", "unknown_state", $"state の値が正しくありません。使える値：{known}", $"Use one of these states: {known}"));
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var rows = from request in Sought(store, InScope(store, caller.Scope), number, hospital).AsNoTracking()
                   join conference in store.Conferences.AsNoTracking() on request.ConferenceId equals conference.CorrelationId into taken
                   from conference in taken.DefaultIfEmpty()
                   select new { request, conference };
        if (state == Placing)
            rows = rows.Where(row => row.conference == null || row.conference.CurrentState == Placing);
        else if (!string.IsNullOrEmpty(state))
            rows = rows.Where(row => row.conference!.CurrentState == state);
        var items = await rows.OrderByDescending(row => row.request.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<ConferenceListItem>
        {
            Items = [.. items.Select(row => Line(new Dossier(row.request, row.conference)))],
            Total = await rows.CountAsync(cancellationToken),
        });
    }

    internal static IQueryable<AcceptedRequest> InScope(RequestsStore store, Scope scope)
    {
        if (scope.IsNation)
            return store.Requests;
        var prefix = scope.HospitalIdPrefix;
        var involved = scope.Kind == "hospital"
            ? store.Involved.Where(hospital => hospital.HospitalId == prefix)
            : store.Involved.Where(hospital => hospital.HospitalId.StartsWith(prefix));
        return store.Requests.Where(request => involved.Any(hospital => hospital.ConferenceId == request.ConferenceId));
    }

    private static IQueryable<AcceptedRequest> Sought(RequestsStore store, IQueryable<AcceptedRequest> requests, string? number, string? hospital)
    {
        // As Japanese keyboards write it, too.
        if (CompatibilityForm.Of(number ?? "").Trim() is { Length: > 0 } part)
            requests = requests.Where(request => request.Number.Contains(part));
        return string.IsNullOrEmpty(hospital)
            ? requests
            : requests.Where(request => store.Involved.Any(involved => involved.ConferenceId == request.ConferenceId && involved.HospitalId == hospital));
    }

    internal static ConferenceListItem Line(Dossier dossier) => new()
    {
        ConferenceId = dossier.Accepted.ConferenceId,
        Number = dossier.Accepted.Number,
        State = dossier.StateName,
        Title = dossier.Request.Title,
        Kind = dossier.Request.Kind,
        HostHospitalId = dossier.Request.HostHospitalId,
        Hospitals = dossier.Request.Participants.Count + 1,
        Start = dossier.State?.Slot?.Start,
        End = dossier.State?.Slot?.End,
        ReplyBy = dossier.State?.ReplyBy,
        RequestedBy = dossier.Accepted.RequestedBy,
        RequestedAt = dossier.Accepted.RequestedAt,
    };
}

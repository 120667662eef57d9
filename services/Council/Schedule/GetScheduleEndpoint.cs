using Conference.Contracts;
using Conference.Contracts.Council;
using Conference.Contracts.Invitations;
using Conference.Council.Hospitals;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Schedule;

internal static class GetScheduleEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/schedule", Handle)
        .Produces<Page<ScheduleEntry>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .RequirePermission(Permission.ReadSchedule);

    private static async Task<IResult> Handle(
        [AsParameters] ScheduleQuery query, Caller caller, CouncilStore store, NetworkTime network, TimeProvider time, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var filter = ScheduleFilter.Read(query, network, time.GetUtcNow(), faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var found = Find(store, filter, caller.Scope);
        var total = await found.CountAsync(cancellationToken);
        var page = await found.AsNoTracking()
            .OrderBy(conference => conference.Start).ThenBy(conference => conference.ConferenceId)
            .Skip(filter.Paging.Skip).Take(filter.Paging.Size)
            .ToListAsync(cancellationToken);
        var names = await store.NamesAsync(page.Select(conference => conference.HostHospitalId), cancellationToken);
        return Results.Ok(new Page<ScheduleEntry> { Items = [.. page.Select(conference => Entry(conference, names))], Total = total });
    }

    private static IQueryable<ScheduledConference> Find(CouncilStore store, ScheduleFilter filter, Scope scope)
    {
        List<Scope> scopes = [scope];
        if (filter.Prefecture is { } prefecture)
            scopes.Add(Scope.OfPrefecture(prefecture));
        if (filter.Hospital is { } hospital)
            scopes.Add(Scope.OfHospital(hospital));
        var found = store.Between(filter.From, filter.To, scopes);
        if (filter.Kind is { } kind)
            found = found.Where(conference => conference.Kind == kind);
        return filter.State is { } state ? found.Where(conference => conference.State == state) : found;
    }

    private static ScheduleEntry Entry(ScheduledConference conference, IReadOnlyDictionary<string, string> names) => new()
    {
        ConferenceId = conference.ConferenceId,
        Number = conference.Number,
        State = conference.State,
        Title = conference.Title,
        Kind = conference.Kind,
        HostHospitalId = conference.HostHospitalId,
        HostName = names.GetValueOrDefault(conference.HostHospitalId, conference.HostHospitalId),
        Start = conference.Start!.Value,
        End = conference.End ?? conference.Start.Value,
        Hospitals = conference.Participants.Count,
        Accepted = conference.Participants.Count(participant => participant.Answer == Answer.Accepted),
        HospitalIds = [.. conference.Participants.Select(participant => participant.HospitalId)],
    };
}

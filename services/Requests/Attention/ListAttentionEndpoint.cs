using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Attention;

/// <summary>
/// The conferences that the caller may act on and that wait for a decision: without a slot, with one that cannot be held
/// as booked, in doubt since somebody declined, or over and not recorded.
/// </summary>
internal static class ListAttentionEndpoint
{
    private const string Unplaced = nameof(ConferenceLifecycle.Unplaced);
    private const string AwaitingRecord = nameof(ConferenceLifecycle.AwaitingRecord);
    private static readonly string[] Ahead =
    [
        nameof(ConferenceLifecycle.Inviting), nameof(ConferenceLifecycle.AwaitingReplies), nameof(ConferenceLifecycle.Replacing), nameof(ConferenceLifecycle.Confirming), nameof(ConferenceLifecycle.Confirmed),
    ];

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/attention", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Conferences whose coordinator has to decide: those that start first come first, then those without a time, then those to be recorded.")
        .Produces<Page<AttentionItem>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(
        string? page, string? pageSize, Caller caller, RequestsStore store, IOptions<RequestsOptions> options, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        // The moment of one that waits for its record is the end of the time for it.
        var recordBy = clock.GetUtcNow() + (options.Value.RecordWithin / 2);
        var open = await (from conference in store.Conferences.AsNoTracking()
                          join request in ListConferencesEndpoint.InScope(store, caller.Scope).AsNoTracking() on conference.CorrelationId equals request.ConferenceId
                          where conference.CurrentState == Unplaced || conference.Disruption != null
                              || (conference.CurrentState == AwaitingRecord && conference.NextMoment <= recordBy)
                              || (Ahead.Contains(conference.CurrentState) && store.Timeline.Any(step =>
                                  step.ConferenceId == conference.CorrelationId && (step.Code == Why.TooFewNowCode || step.Code == Why.HostDeclinedCode)))
                          select new { request, conference }).ToListAsync(cancellationToken);
        var items = open
            .Where(row => caller.May(Permission.ManageConferences, row.conference.Request.HostHospitalId))
            .Select(row => (Dossier: new Dossier(row.request, row.conference), Cause: CauseOf(row.conference)))
            .Where(item => item.Cause is not null)
            .OrderBy(item => item.Cause == AttentionCause.RecordDue)
            .ThenBy(item => item.Dossier.State!.Slot?.Start ?? DateTimeOffset.MaxValue).ThenBy(item => item.Dossier.Accepted.Number, StringComparer.Ordinal)
            .ToList();
        return Results.Ok(new Page<AttentionItem> { Items = [.. items.Skip(paging.Skip).Take(paging.Size).Select(item => Item(item.Dossier, item.Cause!.Value, network))], Total = items.Count });
    }

    // The history says that there was a doubt once, the conference whether there still is.
    private static AttentionCause? CauseOf(ConferenceState state) => state switch
    {
        { Disruption: not null } => AttentionCause.Disrupted,
        { CurrentState: Unplaced } => AttentionCause.NoSlot,
        { CurrentState: AwaitingRecord } => AttentionCause.RecordDue,
        _ => state.Doubtful() is [var doubt, ..] ? doubt.Code == Why.HostDeclinedCode ? AttentionCause.HostDeclined : AttentionCause.BelowQuorum : null,
    };

    private static AttentionItem Item(Dossier dossier, AttentionCause cause, NetworkTime network)
    {
        var state = dossier.State!;
        return new AttentionItem
        {
            Conference = ListConferencesEndpoint.Line(dossier),
            Cause = cause,
            Why = cause switch
            {
                AttentionCause.RecordDue => Why.RecordDue(state.NextMoment!.Value, network),
                AttentionCause.HostDeclined or AttentionCause.BelowQuorum => state.Doubtful()[0],
                // What is in the way says more than that something is.
                _ => state.Disruption?.Explanation.Blocking is [var first, ..] ? first : (state.Disruption?.Explanation ?? state.Explanation)?.Summary ?? Why.NoSlot,
            },
            Waiting = state.Waits(),
            Disrupted = state.Disruption is not null,
        };
    }
}

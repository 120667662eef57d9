using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;

namespace Conference.Booking.Series;

internal static class SeriesDryRunEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/series/dry-run", Handle)
        .RequirePermission(Permission.SearchSlots)
        .ReadsOnly()
        .Produces<SeriesDryRun>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .WithTags("series")
        .WithSummary("定例の下見 · Every occurrence of a rule as it would be placed now, with alternatives; holds nothing");

    private static async Task<IResult> Handle(
        SeriesDryRunBody body, SlotSearchReading reading, SeriesPlanner planner, SnapshotReader snapshots, NetworkTime time, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (now, faults) = (clock.GetUtcNow(), new List<Fault>());
        var last = time.LastDay(now);
        Recurrence? recurrence = null;
        if (body.Recurrence is null)
            faults.Add(new Fault("recurrence", "missing", "繰り返し（recurrence）を指定してください。", "Give the recurrence."));
        else
            recurrence = body.Recurrence.Read("recurrence", time, now, last, faults);
        // Where the rule is wrong the rest is still read, so that all that is wrong is said at once.
        var searched = body.At(now.AddDays(1));
        var (search, wrong) = reading.Read(searched);
        if (recurrence is null || search is null)
            return Problem.Invalid([.. faults, .. wrong]);

        var hospitals = search.Criteria.Participants.Select(participant => (participant.HospitalId, participant.SiteId)).ToList();
        var (from, to) = SeriesPlanner.Span(recurrence, last, time);
        var (unknown, plans) = await snapshots.AnswerAsync(
            hospitals, from, to, conferenceId: null, Plan, answer => answer.Unknown.Count == 0 && answer.Plans.All(plan => plan.Verdict == OccurrenceVerdict.Fits), cancellationToken);
        if (unknown.Count > 0)
            return Problem.Invalid(unknown);
        var (ja, en) = RuleWords.Of(recurrence);
        return Results.Ok(new SeriesDryRun { InWords = Wording.Say("rule", ja, en), Occurrences = plans });

        (IReadOnlyList<Fault> Unknown, IReadOnlyList<OccurrencePlan> Plans) Plan(NetworkSnapshot network) =>
            (SlotSearchReading.Unknown(search, searched, network), planner.Plan(recurrence, last, search.Criteria, network));
    }
}

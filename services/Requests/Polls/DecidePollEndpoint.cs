using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Acting;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;

namespace Conference.Requests.Polls;

/// <summary>Body of <c>POST /api/conferences/{id}/poll/decide</c>: a candidate, or none for what the rule would decide on.</summary>
internal sealed record DecidePollBody(string? Start, IReadOnlyList<string?>? MakeOptional);

internal static class DecidePollEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/poll/decide", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Decide a poll now: on a candidate, or on the best by the rule. The others are given back.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, DecidePollBody? body, Caller caller, ActDesk desk, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (dossier, refusal) = await desk.OpenAsync(id, Act.DecidePoll, caller, cancellationToken);
        if (dossier is null)
            return refusal!;
        var (poll, request, now) = (dossier.State!.Poll!, dossier.Request, clock.GetUtcNow());
        var faults = new FaultList();
        var optional = Optional(body?.MakeOptional ?? [], request, faults);
        var start = body?.Start is { } text
            ? new TimeReading(faults, network, now).Start("start", text, "候補日時", "the candidate", "candidate_in_past")
            : poll.Best(request, now)?.Start;
        if (faults.Any)
            return Problem.Invalid(faults.All);
        if (start is null)
            return Problem.Conflict(new Fault("start", "no_candidate_suits", "必須施設がそろう候補日がありません。候補日時（start）を選んで決めてください。", "No candidate suits all required hospitals. Choose one by its start."));
        if (Refusal(poll, request, start.Value, optional) is { } fault)
            return fault;
        return await desk.AskAsync(id, new DecidePoll { ConferenceId = id, By = caller.Name, Start = start.Value, MakeOptional = optional }, cancellationToken);
    }

    private static List<string> Optional(IReadOnlyList<string?> given, ConferenceRequest request, FaultList faults)
    {
        var known = request.Participants.Select(hospital => hospital.HospitalId).ToHashSet();
        foreach (var (_, index) in given.Select((id, index) => (id, index)).Where(one => one.id is null || !known.Contains(one.id)))
            faults.Add($"makeOptional[{index}]", "not_a_participant", "参加施設にない施設です。", "This hospital does not take part.");
        return [.. given.OfType<string>().Where(known.Contains).Distinct()];
    }

    private static IResult? Refusal(ConferencePoll poll, ConferenceRequest request, DateTimeOffset start, List<string> optional)
    {
        if (poll.Ranked(request).FirstOrDefault(standing => standing.Start == start) is not { } chosen)
            return Problem.Invalid(new Fault("start", "unknown_candidate", "この日時は候補に挙がっていません。", "This is not one of the candidates."));
        if (!poll.Held.Contains(chosen.Candidate))
            return Problem.Conflict(new Fault("start", "candidate_gone", "この候補の仮押さえは期限切れです。ほかの候補を選んでください。", "This candidate is held no more. Choose another."));
        var cannot = chosen.RequiredDeclined.Except(optional).ToList();
        return cannot.Count == 0 ? null : Problem.Conflict(new Fault(
            "start", "required_declined",
            $"必須施設が × です：{string.Join("、", cannot)}。任意参加に変えて決める（makeOptional）か、ほかの候補を選んでください。",
            $"Required hospitals marked it ×: {string.Join(", ", cannot)}. Make them optional (makeOptional) or choose another."));
    }
}

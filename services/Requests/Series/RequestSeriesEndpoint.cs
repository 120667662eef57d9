using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Requesting;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Series;

internal static class RequestSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithTags("series")
        .WithSummary("Request a series. 202: it and all its conferences are stored and will be placed. Repeat with the same Idempotency-Key to be safe.")
        .WithDescription("Holidays and 29 December to 3 January are known here; closures of sites are not. POST /api/series/dry-run knows both: send what it finds back as choices, or an occurrence on a closure becomes Unplaced, and with commit=all the series is given back.")
        .Produces<SeriesAccepted>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        SeriesBody body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, SeriesDesk desk, RequestDesk requests, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.IsWrong(key))
            return Problem.Invalid(RequestConferenceEndpoint.WrongKey);

        var hash = RequestDesk.Hash(body);
        if (await requests.FindAsync(caller, key, hash, cancellationToken) is { } known)
            return await AnswerAsync(known, desk, cancellationToken);
        var (order, faults, hostKnown) = await desk.CheckAsync(body, cancellationToken);
        if (hostKnown && !caller.May(Permission.ManageConferences, body.HostHospitalId!))
            return Problem.Forbidden(new Fault("hostHospitalId", "host_out_of_scope", "この施設の会議を依頼する権限がありません。", "You may not request conferences for this hospital."));
        if (body.Priority is not null && PriorityRight.Refusal(caller) is { } refusal)
            return refusal;
        return order is null
            ? Problem.Invalid(faults)
            : await AnswerAsync(await desk.AcceptAsync(order, caller, key, hash, cancellationToken), desk, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(KeyUse use, SeriesDesk desk, CancellationToken cancellationToken) => use.SameBody
        ? Results.Accepted($"/api/series/{use.Answer.ConferenceId}", await desk.AnswerAsync(use, cancellationToken))
        : Problem.Conflict(RequestConferenceEndpoint.KeyReused);
}

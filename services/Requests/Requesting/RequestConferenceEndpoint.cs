using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Requesting;

internal static class RequestConferenceEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Request a conference. 202: it is stored and will be placed. Repeat with the same Idempotency-Key to be safe.")
        .Produces<ConferenceAccepted>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict);

    public static Fault WrongKey { get; } = new("Idempotency-Key", "invalid_key", $"Idempotency-Key は 1〜{IdempotencyKey.MaxLength} 文字の ASCII 文字にしてください。", $"The Idempotency-Key must have 1 to {IdempotencyKey.MaxLength} characters, all of them ASCII.");

    public static Fault KeyReused { get; } = new("Idempotency-Key", "key_reused", "この Idempotency-Key は別の内容の依頼で使われています。", "This Idempotency-Key was used with another body.");

    private static async Task<IResult> Handle(
        RequestBody body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, RequestDesk desk, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.IsWrong(key))
            return Problem.Invalid(WrongKey);

        var hash = RequestDesk.Hash(body);
        if (await desk.FindAsync(caller, key, hash, cancellationToken) is { } known)
            return Answer(known);
        var (request, faults, hostKnown) = await desk.CheckAsync(body, cancellationToken);
        if (hostKnown && !caller.May(Permission.ManageConferences, body.HostHospitalId!))
            return Problem.Forbidden(new Fault("hostHospitalId", "host_out_of_scope", "この施設の会議を依頼する権限がありません。", "You may not request conferences for this hospital."));
        if (body.Priority is not null && PriorityRight.Refusal(caller) is { } refusal)
            return refusal;
        return request is null
            ? Problem.Invalid(faults)
            : Answer(await desk.AcceptAsync(request, caller, key, hash, cancellationToken));
    }

    private static IResult Answer(KeyUse use) => use.SameBody
        ? Results.Accepted($"/api/conferences/{use.Answer.ConferenceId}", use.Answer)
        : Problem.Conflict(KeyReused);
}

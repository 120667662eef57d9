using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/amend</c>: the request as it shall be.</summary>
internal sealed record AmendBody : RequestBody
{
    /// <summary>The revision that was seen.</summary>
    public int? Revision { get; init; }
}

internal static class AmendEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/amend", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Ask for something else: the whole request as it shall be. The time is kept where it still fits.")
        .Produces<ConferenceAccepted>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        Guid id, AmendBody body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, ActDesk desk, RequestDesk requests, CancellationToken cancellationToken)
    {
        var wish = ActWish.Of(id, Act.Amend, body, body.Revision, key, caller);
        var (dossier, answer) = await desk.OpenAsync(id, wish, cancellationToken);
        if (dossier is null)
            return answer!;
        var (request, faults, _) = await requests.CheckAsync(body, cancellationToken);
        if (body.HostHospitalId is { Length: > 0 } host && host != dossier.Request.HostHospitalId)
            faults = [.. faults, new Fault("hostHospitalId", "host_cannot_change", "主催施設は変更できません。中止して新しく依頼してください。", "The host cannot be changed. Cancel the conference and request another.")];
        if (request is null || faults.Count > 0)
            return Problem.Invalid(faults);
        if (body.Priority is not null && request.Priority != dossier.Request.Priority && PriorityRight.Refusal(caller) is { } noRight)
            return noRight;
        // What somebody with the right to it has given is not lost to one without.
        request = request with { Priority = request.Priority ?? dossier.Request.Priority, Wait = body.Wait ?? dossier.Request.Wait };

        var (shown, warnings) = RequestDesk.Publish(request);
        warnings = [.. warnings, .. await requests.TimeWarningsAsync(request, cancellationToken)];
        var command = new AmendConference { ConferenceId = id, By = caller.Name, Request = shown, TitleId = desk.Keep(id, request.Title)!.Value };
        return await desk.AskAsync(dossier, wish, command, warnings, cancellationToken);
    }
}

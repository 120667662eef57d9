using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Answers;

internal static class AnswerOnBehalfEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/answers", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .RequirePermission(Permission.AnswerOnBehalf);

    private static async Task<IResult> Handle(
        Guid id, AnswerOnBehalf body, Caller caller, InvitationsStore store, AnswerMerge merge, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        store.Concerns("hospitalId", body.HospitalId);
        IResult? refusal = null;
        await store.InTransactionAsync(
            async () =>
            {
                await store.LockConferenceAsync(id, cancellationToken);
                var conference = await store.VisibleConferenceAsync(id, caller, cancellationToken);
                refusal = await RefusalAsync(conference, body, caller, now, store, cancellationToken);
                if (refusal is null)
                    await merge.TakeAsync(Given(conference!, body, caller, now), cancellationToken);
            },
            cancellationToken);
        return refusal ?? Results.NoContent();
    }

    private static async Task<IResult?> RefusalAsync(
        AnnouncedConference? conference, AnswerOnBehalf body, Caller caller, DateTimeOffset now, InvitationsStore store, CancellationToken cancellationToken)
    {
        if (conference is null)
            return LedgerFaults.NoConference();
        if (!caller.May(Permission.AnswerOnBehalf, body.HospitalId))
            return Problem.Forbidden(new Fault("hospitalId", "out_of_scope", "この施設の代わりに回答する権限がありません。", "You may not answer for this hospital."));
        if (!conference.IsLive)
            return LinkFaults.Cancelled();
        if (conference.IsOver(now))
            return LinkFaults.Over();
        return await store.Invited.AnyAsync(party => party.ConferenceId == conference.ConferenceId && party.HospitalId == body.HospitalId, cancellationToken)
            ? null
            : Problem.Invalid(new Fault("hospitalId", "not_invited", "この施設は案内の対象ではありません。", "This hospital is not invited."));
    }

    private static GivenAnswer Given(AnnouncedConference conference, AnswerOnBehalf body, Caller caller, DateTimeOffset now) => new()
    {
        AnswerId = Guid.CreateVersion7(now),
        ConferenceId = conference.ConferenceId,
        HospitalId = body.HospitalId,
        Revision = conference.Revision,
        Answer = body.Answer,
        Channel = AnswerChannel.OnBehalf,
        AnsweredAt = now,
        ReceivedAt = now,
        By = caller.Id,
    };
}

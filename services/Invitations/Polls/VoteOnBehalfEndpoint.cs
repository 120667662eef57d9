using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Invitations.Polls;

internal static class VoteOnBehalfEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/poll/votes", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .RequirePermission(Permission.AnswerOnBehalf);

    private static async Task<IResult> Handle(
        Guid id, VoteOnBehalf body, Caller caller, InvitationsStore store, VoteMerge merge, TimeProvider time, CancellationToken cancellationToken)
    {
        store.Concerns("hospitalId", body.HospitalId);
        IResult? refusal = null;
        await store.InTransactionAsync(
            async () =>
            {
                await store.LockConferenceAsync(id, cancellationToken);
                var poll = await store.Polls.FindAsync([id], cancellationToken);
                refusal = Refusal(poll, body, caller);
                if (refusal is null)
                    await merge.TakeAsync(Given(poll!, body, caller, time.GetUtcNow()), cancellationToken);
            },
            cancellationToken);
        return refusal ?? Results.NoContent();
    }

    private static IResult? Refusal(AnnouncedPoll? poll, VoteOnBehalf body, Caller caller)
    {
        if (poll?.Brief is not { } brief || !caller.MaySee(poll.Asked.Append(brief.HostHospitalId)))
            return poll is null ? PollFaults.NoPoll() : LedgerFaults.NoConference();
        if (!caller.May(Permission.AnswerOnBehalf, body.HospitalId))
            return Problem.Forbidden(new Fault("hospitalId", "out_of_scope", "この施設の代わりに回答する権限がありません。", "You may not answer for this hospital."));
        // After the deadline too: a coordinator who telephones is why a poll can still be decided.
        if (poll.Ended)
            return PollFaults.Closed();
        if (!poll.Asked.Contains(body.HospitalId))
            return Problem.Invalid(new Fault("hospitalId", "not_asked", "この施設には候補日を尋ねていません。", "This hospital is not asked about the candidates."));
        return VoteReading.Faults(poll, body.HospitalId, body.Marks, body.Professions) is { Count: > 0 } faults ? Problem.Invalid(faults) : null;
    }

    private static GivenVote Given(AnnouncedPoll poll, VoteOnBehalf body, Caller caller, DateTimeOffset now) => new()
    {
        VoteId = Guid.CreateVersion7(now),
        ConferenceId = poll.ConferenceId,
        HospitalId = body.HospitalId,
        Revision = poll.Revision,
        Marks = body.Marks,
        Professions = body.Professions,
        Channel = AnswerChannel.OnBehalf,
        VotedAt = now,
        By = caller.Id,
    };
}

using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

/// <summary>Undoes what was decided of an address: its next mail is judged anew. What its earlier mails did stays.</summary>
internal static class ForgetSenderEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapDelete("/api/known-senders", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequirePermission(Permission.AnswerOnBehalf);

    private static async Task<IResult> Handle(string? address, string? hospital, string? conference, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        var wanted = (address ?? "").ToLowerInvariant();
        List<Fault> faults = [];
        var only = ConferenceParameter.Read(conference, faults) ?? Guid.Empty;
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        KnownSender? known = null;
        await store.InTransactionAsync(
            async () =>
            {
                known = await store.KnownSenders.Within(caller.Scope).SingleOrDefaultAsync(
                    sender => sender.Address == wanted && sender.HospitalId == hospital && sender.ConferenceId == only, cancellationToken);
                if (known is null)
                    return;
                store.Concerns("hospitalId", known.HospitalId);
                store.KnownSenders.Remove(known);
            },
            cancellationToken);
        return known is null
            ? Problem.NotFound(new Fault("address", "sender_not_found", "この差出人についての判断は記録されていません。", "Nothing is remembered of this sender."))
            : Results.NoContent();
    }
}

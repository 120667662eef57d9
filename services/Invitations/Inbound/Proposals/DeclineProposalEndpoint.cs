using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Proposals;

/// <summary>The hospital is told that the time stays (DECLINECOUNTER). To accept is to move the conference: its new invitation says so.</summary>
internal static class DeclineProposalEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/proposals/{proposalId:guid}/decline", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequirePermission(Permission.ManageConferences);

    private static async Task<IResult> Handle(Guid id, Guid proposalId, Caller caller, InvitationsStore store, ConferenceLedger ledger, CancellationToken cancellationToken)
    {
        IResult? refusal = null;
        await store.InTransactionAsync(
            async () =>
            {
                await store.LockConferenceAsync(id, cancellationToken);
                var conference = await store.VisibleConferenceAsync(id, caller, cancellationToken);
                var proposal = await store.Proposals.SingleOrDefaultAsync(row => row.ProposalId == proposalId && row.ConferenceId == id, cancellationToken);
                refusal = Refusal(conference, proposal, caller);
                if (refusal is not null)
                    return;
                store.Concerns("hospitalId", proposal!.HospitalId);
                proposal.State = ProposalState.Declined;
                await ledger.DeclineAsync(conference!, proposal, cancellationToken);
            },
            cancellationToken);
        return refusal ?? Results.NoContent();
    }

    private static IResult? Refusal(AnnouncedConference? conference, TimeProposal? proposal, Caller caller)
    {
        if (conference is null)
            return LedgerFaults.NoConference();
        if (proposal is null)
            return Problem.NotFound(new Fault("proposalId", "proposal_not_found", "この提案は見つかりません。", "There is no such proposal."));
        if (!caller.May(Permission.ManageConferences, conference.Brief!.HostHospitalId))
            return Problem.Forbidden(new Fault("", "host_out_of_scope", "この会議を操作する権限がありません（主催施設の担当者だけが操作できます）。", "You may not act on this conference: that is for the host's coordinators."));
        return proposal.State == ProposalState.Open
            ? null
            : Problem.Conflict(new Fault("proposalId", "proposal_decided", "この提案への対応は済んでいます。", "This proposal has been decided."));
    }
}

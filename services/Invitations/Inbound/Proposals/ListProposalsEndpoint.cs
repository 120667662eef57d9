using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Proposals;

internal static class ListProposalsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/{id:guid}/proposals", Handle)
        .Produces<Page<TimeProposalView>>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequirePermission(Permission.ReadConferences);

    private static async Task<IResult> Handle(Guid id, string? page, string? pageSize, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        if (await store.VisibleConferenceAsync(id, caller, cancellationToken) is null)
            return LedgerFaults.NoConference();

        var proposals = store.Proposals.AsNoTracking().Where(proposal => proposal.ConferenceId == id);
        var items = await proposals.OrderByDescending(proposal => proposal.ProposedAt).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<TimeProposalView> { Items = [.. items.Select(proposal => proposal.ToView())], Total = await proposals.CountAsync(cancellationToken) });
    }
}

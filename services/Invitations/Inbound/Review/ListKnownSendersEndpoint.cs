using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

internal static class ListKnownSendersEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/known-senders", Handle)
        .Produces<Page<KnownSenderView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .AuditLook()
        .RequirePermission(Permission.AnswerOnBehalf);

    private static async Task<IResult> Handle(string? page, string? pageSize, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var senders = store.KnownSenders.AsNoTracking().Within(caller.Scope);
        var items = await senders.OrderByDescending(sender => sender.At).ThenBy(sender => sender.Address).ThenBy(sender => sender.HospitalId)
            .Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var conferences = items.ConvertAll(sender => sender.ConferenceId);
        var numbers = await store.Conferences.AsNoTracking().Where(row => conferences.Contains(row.ConferenceId)).ToDictionaryAsync(row => row.ConferenceId, row => row.Brief?.Number, cancellationToken);
        return Results.Ok(new Page<KnownSenderView> { Items = [.. items.Select(sender => View(sender, numbers))], Total = await senders.CountAsync(cancellationToken) });
    }

    private static KnownSenderView View(KnownSender sender, Dictionary<Guid, string?> numbers) => new()
    {
        Address = sender.Address,
        HospitalId = sender.HospitalId,
        ConferenceId = sender.ConferenceId == Guid.Empty ? null : sender.ConferenceId,
        Number = numbers.GetValueOrDefault(sender.ConferenceId),
        Believed = sender.Believed,
        At = sender.At,
    };
}

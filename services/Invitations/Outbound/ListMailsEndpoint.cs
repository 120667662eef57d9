using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Outbound;

internal static class ListMailsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/mails", Handle)
        .Produces<Page<MailView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .RequirePermission(Permission.ReadMail);

    private static async Task<IResult> Handle(
        string? state, string? conference, string? page, string? pageSize, Caller caller, InvitationsStore store, LetterWriter letters, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        var mails = Filter(store.Mails.AsNoTracking().Within(caller.Scope), state, conference, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var total = await mails.CountAsync(cancellationToken);
        var items = await mails
            .OrderByDescending(mail => mail.QueuedAt).ThenByDescending(mail => mail.MailId)
            .Skip(paging.Skip).Take(paging.Size)
            .ToListAsync(cancellationToken);
        return Results.Ok(new Page<MailView> { Items = [.. items.Select(letters.View)], Total = total });
    }

    private static IQueryable<Mail> Filter(IQueryable<Mail> mails, string? state, string? conference, List<Fault> faults)
    {
        if (!string.IsNullOrEmpty(state))
        {
            if (Code.TryParse<MailState>(state, out var wanted))
                mails = mails.Where(mail => mail.State == wanted);
            else
                faults.Add(new Fault("state", "unknown_code", $"state は {string.Join("、", Code.All<MailState>())} のいずれかで指定してください。", $"state must be one of {string.Join(", ", Code.All<MailState>())}."));
        }

        return ConferenceParameter.Read(conference, faults) is { } id ? mails.Where(mail => mail.ConferenceId == id) : mails;
    }
}

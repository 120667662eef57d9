using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Ledger;

internal static class ListInvitationsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/{id:guid}/invitations", Handle)
        .Produces<Page<InvitationView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequirePermission(Permission.ReadConferences);

    private static async Task<IResult> Handle(
        Guid id, string? page, string? pageSize, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        if (await store.VisibleConferenceAsync(id, caller, cancellationToken) is not { } conference)
            return LedgerFaults.NoConference();

        var views = await ViewsAsync(conference, caller, store, cancellationToken);
        return Results.Ok(new Page<InvitationView> { Items = [.. views.Skip(paging.Skip).Take(paging.Size)], Total = views.Count });
    }

    private static async Task<List<InvitationView>> ViewsAsync(AnnouncedConference conference, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        var id = conference.ConferenceId;
        var mails = await store.Mails.Where(mail => mail.ConferenceId == id).Select(MailTrace.Projection).ToListAsync(cancellationToken);
        var answers = await store.StandingAnswers.AsNoTracking().Where(answer => answer.ConferenceId == id)
            .ToDictionaryAsync(answer => answer.HospitalId, cancellationToken);
        var openings = await store.Openings.AsNoTracking().Where(opening => opening.ConferenceId == id)
            .ToDictionaryAsync(opening => opening.ContactId, opening => opening.OpenedAt, cancellationToken);
        var delegates = await store.KnownSenders.AsNoTracking().Where(sender => sender.ConferenceId == id && sender.Believed).OrderBy(sender => sender.At).ToListAsync(cancellationToken);
        var aware = await store.AwareByAnswerAsync(conference, cancellationToken);
        return [.. mails.GroupBy(mail => mail.ContactId).Where(contact => contact.Any(mail => mail.IsAnnouncement))
            .Select(contact => InvitationLedger.View(
                conference, [.. contact], answers.GetValueOrDefault(contact.First().HospitalId), aware.Contains(contact.First().HospitalId),
                openings.TryGetValue(contact.Key, out var opened) ? opened : null,
                delegates.FindLast(sender => sender.By == contact.Key.ToString())?.Address, caller))
            .OrderBy(view => view.HospitalId, StringComparer.Ordinal).ThenBy(view => view.ContactId)];
    }
}

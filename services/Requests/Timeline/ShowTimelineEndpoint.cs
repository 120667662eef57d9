using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Timeline;

internal static class ShowTimelineEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/{id:guid}/timeline", Handle)
        .RequirePermission(Permission.ReadConferences)
        .AuditLook()
        .WithSummary("What happened to a conference, the oldest first.")
        .Produces<Page<TimelineEntry>>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, string? page, string? pageSize, Caller caller, RequestsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        if (await Dossier.FindAsync(store, id, cancellationToken) is not { } dossier || !caller.MaySee(dossier.Hospitals))
            return ShowConferenceEndpoint.NotFound();

        var rows = store.Timeline.AsNoTracking().Where(row => row.ConferenceId == id);
        var steps = await rows.OrderBy(row => row.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var noteIds = steps.Select(row => row.NoteId).OfType<Guid>().ToList();
        var notes = await store.Texts.Where(text => noteIds.Contains(text.Id)).ToDictionaryAsync(text => text.Id, text => text.Text, cancellationToken);
        return Results.Ok(new Page<TimelineEntry>
        {
            Items = [.. steps.Select(row => Entry(row, row.NoteId is { } note ? notes.GetValueOrDefault(note) : null))],
            Total = await rows.CountAsync(cancellationToken),
        });
    }

    private static TimelineEntry Entry(TimelineRow row, string? note) => new()
    {
        At = row.At,
        From = row.From,
        To = row.To,
        Revision = row.Revision,
        Why = new Remark
        {
            Code = row.Code,
            Ja = note is null ? row.Ja : $"{row.Ja}理由：{note}",
            En = note is null ? row.En : $"{row.En} Reason: {note}",
        },
        By = row.By,
    };
}

using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Acting;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

internal static class ChangeSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series/{id:guid}/change", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithTags("series")
        .WithSummary("Change one occurrence, it and all after it, or all that are still to come. Each keeps its time until the new one is held.")
        .Produces<SeriesActed>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, ChangeSeriesBody body, Caller caller, SeriesActing acting, RequestsStore store, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (file, refusal) = await acting.OpenAsync(id, caller, cancellationToken);
        if (file is null)
            return refusal!;
        var (faults, now) = (new FaultList(), clock.GetUtcNow());
        var named = (body.Participants ?? []).Select(participant => participant?.HospitalId).OfType<string>().Take(ParticipantReading.MaxParticipants).ToList();
        var known = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var changing = SeriesChanging.Read(body, file.Series.Request.HostHospitalId, known, new TimeReading(faults, network, now), faults);
        var chosen = SeriesActing.Chosen(file, body.Scope, body.From, faults);
        if (faults.Any)
            return Problem.Invalid(faults.All);

        var changed = new List<FiledOccurrence>();
        foreach (var occurrence in chosen.Where(occurrence => occurrence.Allows(Act.Amend)))
        {
            var conference = occurrence.Conference!;
            if (changing.Apply(conference.Request, occurrence.Start ?? occurrence.Occurrence.OriginalStart, network, now) is not { } request)
                continue;
            changed.Add(occurrence);
            await store.PublishAsync(
                new AmendConference { ConferenceId = conference.Accepted.ConferenceId, By = caller.Name, Request = request, TitleId = conference.State?.TitleId ?? conference.Accepted.ConferenceId },
                cancellationToken);
        }

        if (changed.Count > 0)
        {
            if (body.Scope != "this")
                file.Series.Request = changing.Apply(file.Series.Request, file.Series.Request.Start!.Value, network, DateTimeOffset.MinValue)!;
            var ((ja, en), (whatJa, whatEn)) = (acting.Named(changed), changing.InWords());
            acting.Note(file, caller, SeriesWords.Say("changed", $"{ja}の変更を依頼しました：{whatJa}", $"Change asked for, {en}: {whatEn}."));
            await store.SaveChangesAsync(cancellationToken);
        }

        return Results.Accepted($"/api/series/{id}", new SeriesActed
        {
            Conferences = changed.Count,
            LeftAlone = [.. chosen.Where(occurrence => occurrence.Conference is not null).Except(changed).Select(occurrence => occurrence.Occurrence.OriginalStart)],
        });
    }
}

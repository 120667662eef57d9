using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Acting;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

/// <summary>A series with its occurrences and the conferences that came of them.</summary>
internal sealed record SeriesFile(ConferenceSeries Series, IReadOnlyList<FiledOccurrence> Occurrences)
{
    /// <summary>All that have to do with any of its conferences.</summary>
    public IEnumerable<string> Hospitals => Occurrences.SelectMany(occurrence => occurrence.Conference?.Hospitals ?? []).Append(Series.Request.HostHospitalId).Distinct();

    public static async Task<SeriesFile?> FindAsync(RequestsStore store, Guid id, CancellationToken cancellationToken)
    {
        if (await store.Series.SingleOrDefaultAsync(series => series.SeriesId == id, cancellationToken) is not { } series)
            return null;
        var occurrences = await store.Occurrences.AsNoTracking().Where(occurrence => occurrence.SeriesId == id).OrderBy(occurrence => occurrence.OriginalStart).ToListAsync(cancellationToken);
        var requests = await store.Requests.AsNoTracking().Where(request => request.SeriesId == id).ToDictionaryAsync(request => request.ConferenceId, cancellationToken);
        var states = await store.Conferences.AsNoTracking().Where(state => state.SeriesId == id).ToDictionaryAsync(state => state.CorrelationId, cancellationToken);
        return new SeriesFile(series,
        [
            .. occurrences.Select(occurrence => new FiledOccurrence(
                occurrence,
                occurrence.ConferenceId is { } conference ? new Dossier(requests[conference], states.GetValueOrDefault(conference)) : null)),
        ]);
    }

    public SeriesView View(string title) => new()
    {
        SeriesId = Series.SeriesId,
        Number = Series.Number,
        State = StateOf(Series.State, Occurrences.Select(occurrence => occurrence.Conference?.StateName).OfType<string>()),
        Request = Series.Request with { Title = title },
        Recurrence = Series.Recurrence,
        Commit = Series.Commit,
        RequestedBy = Series.RequestedBy,
        RequestedAt = Series.RequestedAt,
        Occurrences = [.. Occurrences.Select(occurrence => occurrence.View())],
        Changes = Series.Changes,
    };

    /// <summary>What is stored, until nothing is still to come.</summary>
    public static string StateOf(string stored, IEnumerable<string> conferences) =>
        stored == SeriesState.Running && conferences.All(state => state is nameof(ConferenceLifecycle.Cancelled) or nameof(ConferenceLifecycle.Completed) or nameof(ConferenceLifecycle.AwaitingRecord))
            ? SeriesState.Ended
            : stored;
}

/// <summary>One occurrence and its conference; null where it was left out.</summary>
internal sealed record FiledOccurrence(SeriesOccurrence Occurrence, Dossier? Conference)
{
    public DateTimeOffset? Start => Conference is null ? null : Conference.State?.Slot?.Start ?? Conference.Request.Start;

    public bool Allows(Act act) => Conference is { } dossier && Acts.Possible(dossier.StateName, dossier.State?.Slot is not null).Contains(act);

    /// <summary>Whether there is anything left to call off.</summary>
    public bool IsStanding => Allows(Act.Cancel) && Conference!.StateName != nameof(ConferenceLifecycle.Cancelled);

    public OccurrenceView View()
    {
        var hospitals = Conference?.State?.Participants() ?? [];
        return new OccurrenceView
        {
            OriginalStart = Occurrence.OriginalStart,
            ConferenceId = Occurrence.ConferenceId,
            Number = Conference?.Accepted.Number,
            State = Conference?.StateName,
            Start = Start,
            End = Conference?.State?.Slot?.End ?? Start?.AddMinutes(Conference!.Request.DurationMinutes),
            Note = Occurrence.Note,
            Accepted = hospitals.Count(hospital => hospital.Answer == Answer.Accepted),
            Hospitals = Conference is null ? 0 : Conference.Request.Participants.Count + 1,
            Changeable = Allows(Act.Amend),
            Explanation = Conference?.State?.Explanation,
        };
    }
}

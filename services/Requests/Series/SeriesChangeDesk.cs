using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Hospitals;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

/// <summary>A change that was read, and what it means for each of the occurrences that it is about.</summary>
internal sealed record PlannedChange(SeriesFile File, SeriesChanging Changing, IReadOnlyList<PlacedOccurrence> Occurrences)
{
    public IReadOnlyList<PlacedOccurrence> Changed { get; } = [.. Occurrences.Where(placed => placed.Stays is null)];

    public IReadOnlyList<PlacedOccurrence> LeftAlone { get; } = [.. Occurrences.Where(placed => placed.Stays is not null)];
}

/// <summary>Reads a change of a series and plans it, to be made or only looked at.</summary>
internal sealed class SeriesChangeDesk(RequestsStore store, SeriesActing acting, NetworkTime network, TimeProvider clock)
{
    public async Task<(PlannedChange? Change, IResult? Refusal)> PlanAsync(Guid id, ChangeSeriesBody body, Caller caller, CancellationToken cancellationToken)
    {
        var (file, refusal) = await acting.OpenAsync(id, caller, cancellationToken);
        if (file is null)
            return (null, refusal);
        var (faults, now) = (new FaultList(), clock.GetUtcNow());
        var named = RequestReading.Named(body.Participants);
        var known = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var changing = SeriesChanging.Read(body, file.Series.Request.HostHospitalId, known, new TimeReading(faults, network, now), faults);
        var chosen = SeriesActing.Chosen(file, body.Scope, body.From, faults);
        if (faults.Any)
            return (null, Problem.Invalid(faults.All));

        var holidays = (await KnownHolidays.ReadAsync(store, cancellationToken)).Select(holiday => holiday.Date).ToHashSet();
        var moving = new SeriesMoving(changing, new SeriesPlaces(file.Series.Recurrence, holidays, network), network, now);
        return (new PlannedChange(file, changing, moving.Place(file, chosen, alone: body.Scope == "this")), null);
    }
}

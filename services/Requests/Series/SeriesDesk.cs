using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Hospitals;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

/// <summary>Checks what is asked for against what is known, and writes a series with all its conferences in one transaction.</summary>
internal sealed class SeriesDesk(RequestsStore store, RequestDesk requests, NetworkTime network, TimeProvider clock)
{
    private const int Attempts = 3;

    public async Task<(SeriesOrder? Order, IReadOnlyCollection<Fault> Faults, bool HostKnown)> CheckAsync(SeriesBody body, CancellationToken cancellationToken)
    {
        var named = RequestReading.Named(body.At(new SlotBody(null)));
        var known = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var holidays = (await KnownHolidays.ReadAsync(store, cancellationToken)).Select(holiday => holiday.Date).ToHashSet();
        var faults = new FaultList();
        var order = new SeriesReading(faults, known, holidays, network, clock.GetUtcNow()).Read(body);
        return (order, faults.All, known.ContainsKey(body.HostHospitalId ?? ""));
    }

    public async Task<KeyUse> AcceptAsync(SeriesOrder order, Caller caller, string? key, string hash, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                KeyUse? use = null;
                await store.InTransactionAsync(
                    async () => use = await requests.FindAsync(caller, key, hash, cancellationToken) ?? await WriteAsync(order, caller, key, hash, cancellationToken),
                    cancellationToken);
                return use!;
            }
            catch (DbUpdateException) when (key is not null && attempt < Attempts)
            {
                // The same key from two connections at once: the other one has won, and its answer is ours.
            }
        }
    }

    public async Task<SeriesAccepted> AnswerAsync(KeyUse use, CancellationToken cancellationToken) => new()
    {
        SeriesId = use.Answer.ConferenceId,
        Number = use.Answer.Number,
        Conferences = await store.Occurrences.CountAsync(occurrence => occurrence.SeriesId == use.Answer.ConferenceId && occurrence.ConferenceId != null, cancellationToken),
        Warnings = use.Answer.Warnings,
    };

    private async Task<KeyUse> WriteAsync(SeriesOrder order, Caller caller, string? key, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var number = "";
        foreach (var occurrence in order.Occurrences)
        {
            var accepted = occurrence.Request is { } request
                ? await requests.AddAsync(request, caller, id, order.Commit == SeriesCommit.All, cancellationToken)
                : null;
            number = number.Length == 0 && accepted is not null ? accepted.Number : number;
            store.Add(new SeriesOccurrence { SeriesId = id, OriginalStart = occurrence.OriginalStart, ConferenceId = accepted?.ConferenceId, Note = occurrence.Note });
        }

        var (shown, warnings) = RequestDesk.Publish(order.Request);
        store.Concerns("seriesId", id);
        store.Add(new PrivateText { Id = id, ConferenceId = id, Text = order.Request.Title });
        store.Add(new ConferenceSeries
        {
            SeriesId = id,
            Number = number,
            State = order.Commit == SeriesCommit.All ? SeriesState.Gathering : SeriesState.Running,
            Request = shown,
            TitleId = id,
            Recurrence = order.Recurrence,
            Commit = order.Commit,
            RequestedBy = caller.Name,
            RequestedAt = now,
        });
        // What was answered is kept as for a single conference; the series' id stands in its place.
        var answer = new ConferenceAccepted { ConferenceId = id, Number = number, Warnings = [.. warnings, .. await WarningsAsync(order, cancellationToken)] };
        if (key is not null)
            store.Add(new IdempotencyKey { CallerId = caller.Id, Key = key, BodyHash = hash, Answer = answer, UsedAt = now });
        return new KeyUse(answer, true);
    }

    // One sentence of each sort: a series at night would say so fifty times.
    private async Task<IReadOnlyList<Remark>> WarningsAsync(SeriesOrder order, CancellationToken cancellationToken)
    {
        var holidays = await KnownHolidays.ReadAsync(store, cancellationToken);
        return [.. order.Occurrences.Where(occurrence => occurrence.Request is not null)
            .SelectMany(occurrence => TimeCheck.Warnings(occurrence.Request!, network, holidays)).DistinctBy(warning => warning.Code)];
    }
}

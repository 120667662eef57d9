using System.Security.Cryptography;
using System.Text.Json;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Hospitals;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Requesting;

/// <summary>Checks requests against what is known, and writes an accepted one and its messages in one transaction.</summary>
internal sealed class RequestDesk(RequestsStore store, NetworkTime network, TimeProvider clock)
{
    private const int Attempts = 3;

    public async Task<CheckedRequest> CheckAsync(RequestBody body, CancellationToken cancellationToken)
    {
        var named = RequestReading.Named(body);
        var known = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var faults = new FaultList();
        var request = RequestReading.Read(body, known, network, clock.GetUtcNow(), faults);
        return new CheckedRequest(request, faults.All, known.ContainsKey(body.HostHospitalId ?? ""));
    }

    /// <summary>The answer that was given under this key; null when the key is new.</summary>
    public async Task<KeyUse?> FindAsync(Caller caller, string? key, string hash, CancellationToken cancellationToken)
    {
        if (key is null || await store.Keys.AsNoTracking().SingleOrDefaultAsync(used => used.CallerId == caller.Id && used.Key == key, cancellationToken) is not { } used)
            return null;
        return new KeyUse(used.Answer, used.BodyHash == hash);
    }

    public async Task<KeyUse> AcceptAsync(ConferenceRequest request, Caller caller, string? key, string hash, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                KeyUse? use = null;
                await store.InTransactionAsync(
                    async () => use = await FindAsync(caller, key, hash, cancellationToken) ?? await WriteAsync(request, caller, key, hash, cancellationToken),
                    cancellationToken);
                return use!;
            }
            catch (DbUpdateException) when (key is not null && attempt < Attempts)
            {
                // The same key from two connections at once: the other one has won, and its answer is ours.
            }
        }
    }

    public static string Hash<T>(T body) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body)));

    /// <summary>The request as other services may see it, and what the title was warned of.</summary>
    public static (ConferenceRequest Public, IReadOnlyList<Remark> Warnings) Publish(ConferenceRequest request)
    {
        var warnings = TitleCheck.Warnings(request.Title);
        return (warnings.Count == 0 ? request : request with { Title = request.Kind.Ja() }, warnings);
    }

    /// <summary>What a time that was fixed is warned of.</summary>
    public async Task<IReadOnlyList<Remark>> TimeWarningsAsync(ConferenceRequest request, CancellationToken cancellationToken) =>
        TimeCheck.Warnings(request, network, await KnownHolidays.ReadAsync(store, cancellationToken));

    private async Task<KeyUse> WriteAsync(ConferenceRequest request, Caller caller, string? key, string hash, CancellationToken cancellationToken)
    {
        // Before the number: whoever takes one keeps the others waiting until the commit.
        var warnings = await TimeWarningsAsync(request, cancellationToken);
        var accepted = await AddAsync(request, caller, null, false, cancellationToken);
        var answer = new ConferenceAccepted
        {
            ConferenceId = accepted.ConferenceId,
            Number = accepted.Number,
            Warnings = [.. Publish(request).Warnings, .. warnings],
        };

        store.Concerns("conferenceId", accepted.ConferenceId);
        if (key is not null)
            store.Add(new IdempotencyKey { CallerId = caller.Id, Key = key, BodyHash = hash, Answer = answer, UsedAt = accepted.RequestedAt });
        return new KeyUse(answer, true);
    }

    /// <summary>Writes one conference, its number and its first message into the transaction that is open.</summary>
    public async Task<AcceptedRequest> AddAsync(ConferenceRequest request, Caller caller, Guid? seriesId, bool awaitsSeries, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var number = await Serial.NextAsync(store, network.DayOf(now), cancellationToken);
        var (shown, _) = Publish(request);
        var accepted = new AcceptedRequest
        {
            ConferenceId = id, Number = number, Request = shown, RequestedBy = caller.Name, RequestedAt = now, SeriesId = seriesId, AwaitsSeries = awaitsSeries,
        };
        store.Add(accepted);
        store.Add(new PrivateText { Id = id, ConferenceId = id, Text = request.Title });
        store.AddRange(InvolvedHospital.Of(id, request));
        await store.PublishAsync(
            new ConferenceRequested { ConferenceId = id, Number = number, Request = shown, RequestedBy = caller.Name, RequestedAt = now, SeriesId = seriesId, AwaitsSeries = awaitsSeries },
            cancellationToken);
        return accepted;
    }
}

/// <summary>What came of checking a body.</summary>
internal sealed record CheckedRequest(ConferenceRequest? Request, IReadOnlyCollection<Fault> Faults, bool HostKnown);

/// <summary>An answer, and whether the body under its key was this one.</summary>
internal sealed record KeyUse(ConferenceAccepted Answer, bool SameBody);

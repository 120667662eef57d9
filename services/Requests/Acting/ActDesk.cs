using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Acting;

/// <summary>
/// What all acts of a coordinator have in common: the conference must be there, the host within the caller's scope, and
/// the act one that its present state knows. The lifecycle has the last word, since the state may change meanwhile.
/// </summary>
internal sealed class ActDesk(RequestsStore store, RequestDesk requests, NetworkTime network, TimeProvider clock)
{
    private static readonly Fault KeyReused = new(
        "Idempotency-Key", "key_reused", "この操作はすでに別の内容で受け付けています（Idempotency-Key）。会議を開き直してから操作してください。", "Under this Idempotency-Key something else was asked for already. Look at the conference again, then decide.");

    public Task<(Dossier? Dossier, IResult? Refusal)> OpenAsync(Guid id, Act act, Caller caller, CancellationToken cancellationToken) =>
        OpenAsync(id, ActWish.Plain(act, caller), cancellationToken);

    /// <summary>The conference, or the answer: a refusal, or to a repetition the same as before.</summary>
    public async Task<(Dossier? Dossier, IResult? Answer)> OpenAsync(Guid id, ActWish wish, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.IsWrong(wish.Key))
            return (null, Problem.Invalid(RequestConferenceEndpoint.WrongKey));
        if (await Dossier.FindAsync(store, id, cancellationToken) is not { } dossier)
            return (null, ShowConferenceEndpoint.NotFound());
        if (!wish.Caller.May(Permission.ManageConferences, dossier.Request.HostHospitalId))
            return (null, Problem.Forbidden(new Fault("", "host_out_of_scope", "この会議を操作する権限がありません（主催施設の担当者だけが操作できます）。", "You may not act on this conference: that is for the host's coordinators.")));
        // First of all: what was done has changed the state, and perhaps the revision.
        if (await requests.FindAsync(wish.Caller, wish.Key, wish.Hash, cancellationToken) is { } known)
            return (null, Answer(wish.Act, known));
        if (wish.Revision is { } seen && seen != dossier.Revision)
            return (null, Problem.Conflict(StaleRevision.Fault(dossier, seen, network)));
        return Acts.Possible(dossier.StateName, dossier.State?.Slot is not null, dossier.State?.Poll is { IsOpen: true }).Contains(wish.Act)
            ? (dossier, null)
            : (null, Problem.Conflict(NotNow(dossier)));
    }

    /// <summary>Keeps what somebody typed in the store; null for nothing.</summary>
    public Guid? Keep(Guid conferenceId, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var kept = new PrivateText { Id = Guid.CreateVersion7(), ConferenceId = conferenceId, Text = text.Trim() };
        store.Add(kept);
        return kept.Id;
    }

    public async Task<IResult> AskAsync<T>(Guid id, T command, CancellationToken cancellationToken) where T : class
    {
        await store.PublishAsync(command, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Accepted($"/api/conferences/{id}");
    }

    /// <summary>Asks the lifecycle, and keeps the answer under the wish's key in the same transaction.</summary>
    public async Task<IResult> AskAsync<T>(Dossier dossier, ActWish wish, T command, IReadOnlyList<Remark> warnings, CancellationToken cancellationToken) where T : class
    {
        var answer = new ConferenceAccepted { ConferenceId = dossier.Accepted.ConferenceId, Number = dossier.Accepted.Number, Warnings = warnings };
        if (wish.Key is not null)
            store.Add(new IdempotencyKey { CallerId = wish.Caller.Id, Key = wish.Key, BodyHash = wish.Hash, Answer = answer, UsedAt = clock.GetUtcNow() });
        await store.PublishAsync(command, cancellationToken);
        try
        {
            await store.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (wish.Key is not null)
        {
            // The same key from two connections at once: the other one has won, and its answer is ours.
            if (await requests.FindAsync(wish.Caller, wish.Key, wish.Hash, cancellationToken) is not { } known)
                throw;
            return Answer(wish.Act, known);
        }

        return Answer(wish.Act, new KeyUse(answer, true));
    }

    private static IResult Answer(Act act, KeyUse use)
    {
        if (!use.SameBody)
            return Problem.Conflict(KeyReused);
        var location = $"/api/conferences/{use.Answer.ConferenceId}";
        return act == Act.Amend ? Results.Accepted(location, use.Answer) : Results.Accepted(location);
    }

    private static Fault NotNow(Dossier dossier)
    {
        var possible = Acts.Possible(dossier.StateName, dossier.State?.Slot is not null, dossier.State?.Poll is { IsOpen: true });
        var (ja, en) = (string.Join("、", possible.Select(Acts.Ja)), string.Join(", ", possible.Select(act => act.ToString())));
        return new Fault(
            "", "not_in_this_state",
            $"現在の状態は「{StateNames.Ja(dossier.StateName)}」のため、この操作はできません。できる操作：{(ja.Length == 0 ? "なし" : ja)}",
            $"The conference is {dossier.StateName}; this cannot be done now. Possible: {(en.Length == 0 ? "nothing" : en)}.");
    }
}

using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;

namespace Conference.Requests.Acting;

/// <summary>
/// What all acts of a coordinator have in common: the conference must be there, the host within the caller's scope, and
/// the act one that its present state knows. The lifecycle has the last word, since the state may change meanwhile.
/// </summary>
internal sealed class ActDesk(RequestsStore store)
{
    public async Task<(Dossier? Dossier, IResult? Refusal)> OpenAsync(Guid id, Act act, Caller caller, CancellationToken cancellationToken)
    {
        if (await Dossier.FindAsync(store, id, cancellationToken) is not { } dossier)
            return (null, ShowConferenceEndpoint.NotFound());
        if (!caller.May(Permission.ManageConferences, dossier.Request.HostHospitalId))
            return (null, Problem.Forbidden(new Fault("", "host_out_of_scope", "この会議を操作する権限がありません（主催施設の担当者だけが操作できます）。", "You may not act on this conference: that is for the host's coordinators.")));
        return Acts.Possible(dossier.StateName, dossier.State?.Slot is not null, dossier.State?.Poll is { IsOpen: true }).Contains(act)
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

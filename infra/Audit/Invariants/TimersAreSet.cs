using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>Each conference that waits has its one timer, set to the moment that it waits for, and no other has any.</summary>
internal sealed class TimersAreSet : IInvariant
{
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    // As far as a clock is believed to have been wrong; beyond it is a fault of ours, such as local time for universal.
    private static readonly TimeSpan WrongClock = TimeSpan.FromHours(3);

    private static readonly Text Todo = new(
        "Timers サービスが動いているか確かめてください。過ぎた時刻の会議は、Requests の見回りがまもなく起こします。",
        "See whether the Timers service runs. Requests' sweep wakes a conference soon after its moment has passed.");

    private static readonly Text Nothing = new(
        "時計がずれていた間に設定されたタイマーです。時刻が過ぎればすぐに Requests の見回りが会議を起こすため、何もする必要はありません。",
        "It was set while a clock was wrong. Requests' sweep wakes the conference soon after its moment: there is nothing to do.");

    public string Code => "timers";

    public Text Title { get; } = new("進行中の会議に、次の時刻のタイマーが一つずつ設定されている", "Each live conference has its one timer, set to its next moment");

    public void Check(Picture picture, Results results)
    {
        var timers = picture.Timers.Timers.ToDictionary(timer => timer.Token);
        foreach (var conference in picture.Requests.Conferences.Values)
        {
            results.Look();
            if (Fault(conference, timers, picture) is { } what)
                results.Find(conference.ConferenceId, what, Todo);
            else if (Late(conference, timers) is { } late)
                results.Explain(conference.ConferenceId, late, Nothing);
        }

        foreach (var stray in timers.Values.Where(timer => timer.ConferenceId is { } id && !Awaits(picture.Requests.Conferences.GetValueOrDefault(id), timer)))
        {
            results.Find(
                stray.ConferenceId,
                new($"会議が待っていないタイマー {stray.Token} が残っています。", $"Timer {stray.Token} is left over: the conference does not wait for it."),
                new("鳴っても無視されるため害はありません。送信箱の取り消しが残っていないか確かめてください。", "It does no harm, the conference ignores it. See whether its cancellation is still in an outbox."));
        }
    }

    private static bool Awaits(Lifecycle? conference, Stores.Timer timer) => conference is { NextMoment: not null } && conference.NextMomentToken == timer.Token;

    private static Text? Fault(Lifecycle conference, Dictionary<Guid, Stores.Timer> timers, Picture picture)
    {
        var waits = !conference.IsPassing && !conference.IsFinal;
        if (conference.NextMoment is not { } moment)
            return waits ? new($"{conference.State} ですが、次の時刻が決まっていません。", $"It is {conference.State}, but has no next moment.") : null;
        if (!waits)
            return new($"{conference.State} なのに次の時刻 {moment.At()} が残っています。", $"It is {conference.State} and still has a next moment, {moment.At()}.");
        if (picture.IsLate(moment))
            return new($"次の時刻 {moment.At()} を過ぎても進んでいません。", $"Its moment {moment.At()} has passed and nothing happened.");
        if (conference.NextMomentToken is not { } token || !timers.TryGetValue(token, out var timer))
            return moment > picture.At ? new($"次の時刻 {moment.At()} のタイマーがありません。", $"There is no timer for its moment {moment.At()}.") : null;
        if (timer.State is "ERROR" or "PAUSED" or "NONE")
            return new($"タイマーが止まっています（{timer.State}）。", $"Its timer stands still ({timer.State}).");
        return moment - timer.Due > Rounding || timer.Due - moment > WrongClock ? Differs(timer, moment) : null;
    }

    private static Text? Late(Lifecycle conference, Dictionary<Guid, Stores.Timer> timers) =>
        conference is { NextMoment: { } moment, NextMomentToken: { } token } && timers.TryGetValue(token, out var timer) && timer.Due - moment > Rounding ? Differs(timer, moment) : null;

    private static Text Differs(Stores.Timer timer, DateTimeOffset moment) =>
        new($"タイマーは {timer.Due?.At()}、次の時刻は {moment.At()} です。", $"Its timer is set to {timer.Due?.At()}, its moment is {moment.At()}.");
}

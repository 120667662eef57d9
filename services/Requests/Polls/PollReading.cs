using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Requesting;

namespace Conference.Requests.Polls;

/// <summary>Reads the poll of a request, or finds all that is wrong with it.</summary>
internal sealed class PollReading(FaultList faults, TimeReading time, NetworkTime network, DateTimeOffset now)
{
    public const int Fewest = 2;
    public const int Most = 10;

    public PollRequest? Read(RequestBody body, DateWindow? window, int? durationMinutes)
    {
        if (body.Poll is not { } poll)
            return null;
        if (body.Slot is not null)
            faults.Add("slot", "slot_and_poll", "候補日調整では日時（slot）を指定できません。候補日時（poll.candidates）に入れてください。", "A poll has no fixed slot: put it among poll.candidates.");
        var candidates = poll.Candidates is { Count: > 0 } given ? Candidates(given, durationMinutes) : [];
        var best = CandidatesOrBest(poll, body.Window is not null);
        var deadline = time.Instant("poll.deadline", poll.Deadline, "回答の締切", "the deadline", "deadline_in_past");
        if (deadline is { } closing)
            CheckDeadline(closing, candidates, window);
        return deadline is null ? null : new PollRequest { Candidates = candidates, Best = best, Deadline = deadline.Value, CloseWhenAllVoted = poll.CloseWhenAllVoted ?? true };
    }

    private int CandidatesOrBest(PollBody poll, bool hasWindow)
    {
        var given = poll.Candidates?.Count ?? 0;
        if (given > 0 && poll.Best is not null)
            faults.Add("poll.best", "candidates_and_best", "候補日時（candidates）と候補数（best）はどちらか一方だけ指定してください。", "Give either candidates or best, not both.");
        else if (given > 0 && hasWindow)
            faults.Add("window", "window_and_candidates", "候補日時を挙げる場合、候補期間（window）は指定できません。", "With candidates given there is no window to search.");
        else if (given == 0 && poll.Best is null)
            faults.Add("poll.candidates", "candidates_missing", $"候補日時を {Fewest}〜{Most} 件挙げるか、候補数（best）を指定してください。", $"Give {Fewest} to {Most} candidates, or how many of the window as best.");
        else if (given == 0 && !hasWindow)
            faults.Add("window", "time_missing", "候補を探す期間（window）を指定してください。", "Give the window to search for candidates.");
        return given > 0 ? 0 : faults.Number("poll.best", poll.Best, Fewest, Most, 0, "候補数", "the number of candidates");
    }

    private List<DateTimeOffset> Candidates(IReadOnlyList<string?> given, int? durationMinutes)
    {
        if (given.Count < Fewest)
            faults.Add("poll.candidates", "too_few_candidates", $"候補日時は {Fewest} 件以上挙げてください。1 件だけなら日時を指定して依頼できます。", $"Give at least {Fewest} candidates; a single one can be asked for as a slot.");
        else if (given.Count > Most)
            faults.Add("poll.candidates", "too_many_candidates", $"候補日時は {Most} 件以内にしてください。", $"Give at most {Most} candidates.");
        var starts = new List<DateTimeOffset>();
        foreach (var (text, index) in given.Take(Most).Select((text, index) => (text, index)))
        {
            var field = $"poll.candidates[{index}]";
            if (time.Start(field, text, "候補日時", "the candidate", "candidate_in_past") is not { } start)
                continue;
            if (starts.Contains(start))
                faults.Add(field, "duplicate_candidate", "同じ候補日時が 2 回挙げられています。", "This candidate is given twice.");
            else if (starts.Exists(other => (other - start).Duration() < TimeSpan.FromMinutes(durationMinutes ?? 0)))
                faults.Add(field, "candidates_overlap", "ほかの候補と時間が重なっています。", "This candidate overlaps another one.");
            else
                starts.Add(start);
        }

        return [.. starts.Order()];
    }

    private void CheckDeadline(DateTimeOffset deadline, List<DateTimeOffset> candidates, DateWindow? window)
    {
        if (candidates is [var first, ..] && deadline >= first)
            faults.Add("poll.deadline", "deadline_after_candidate", "回答の締切は最初の候補日時より前にしてください。", "The deadline must be before the first candidate.");
        else if (window is { } days && deadline >= network.StartOf(days.To.AddDays(1)))
            faults.Add("poll.deadline", "deadline_after_window", "回答の締切は候補期間の最終日より前にしてください。", "The deadline must be before the window ends.");
        else if (network.DayOf(deadline) > network.LastDay(now))
            faults.Add(PlanningHorizon.TooFarAhead("poll.deadline"));
    }
}

using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Problems;

namespace Conference.Invitations.Polls;

/// <summary>Checks a vote: one mark for each candidate at which the hospital has a place, and professions that were asked for.</summary>
internal static class VoteReading
{
    public static List<Fault> Faults(AnnouncedPoll poll, string hospitalId, IReadOnlyList<CandidateMark> marks, IReadOnlyList<Profession> professions)
    {
        var candidates = poll.CandidatesOf(hospitalId);
        var faults = new List<Fault>();
        if (marks.Any(mark => mark is null))
            return [new Fault("marks", "mark_missing", "○・△・× を選んでいない候補があります。すべての候補に答えてください。", "A candidate is not marked. Mark each of them.")];
        for (var index = 0; index < marks.Count; index++)
        {
            var start = marks[index].Start;
            if (!candidates.Any(candidate => candidate.Start == start))
                faults.Add(new Fault($"marks[{index}].start", "unknown_candidate", "この日時は候補に挙がっていません。", "This is not one of the candidates."));
            else if (marks.Take(index).Any(mark => mark.Start == start))
                faults.Add(new Fault($"marks[{index}].start", "marked_twice", "同じ候補に 2 回答えています。", "This candidate is marked twice."));
        }

        var missing = candidates.Count(candidate => !marks.Any(mark => mark.Start == candidate.Start));
        if (missing > 0)
            faults.Add(new Fault("marks", "mark_missing", $"○・△・× を選んでいない候補が {missing} 件あります。すべての候補に答えてください。", $"{missing} candidates are not marked. Mark each of them."));
        foreach (var unknown in professions.Except(poll.Brief!.Professions))
            faults.Add(new Fault("professions", "profession_not_asked", $"この調整では尋ねていない職種です（{Code.Of(unknown)}）。", $"This profession is not asked for: {Code.Of(unknown)}."));
        return faults;
    }
}

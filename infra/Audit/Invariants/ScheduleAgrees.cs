using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>The council sees each conference as it is.</summary>
internal sealed class ScheduleAgrees : IInvariant
{
    public string Code => "schedule";

    public Text Title { get; } = new("協議会の予定表が会議と一致している", "The council's schedule agrees with the conferences");

    public void Check(Picture picture, Results results)
    {
        var (conferences, schedule) = (picture.Requests.Conferences, picture.Council.Schedule);
        results.Look(conferences.Count);
        foreach (var conference in conferences.Values)
        {
            if (Difference(conference, schedule.GetValueOrDefault(conference.ConferenceId)) is { } what)
                results.Find(conference.ConferenceId, what, Advice.Rebuild);
        }

        foreach (var unknown in schedule.Keys.Where(id => !conferences.ContainsKey(id)))
            results.Find(unknown, new("予定表にだけある会議です。", "Only the schedule knows this conference."), Advice.Rebuild);
    }

    private static Text? Difference(Lifecycle conference, Scheduled? scheduled)
    {
        if (scheduled is null)
            return new($"予定表にありません（{conference.State}）。", $"It is not on the schedule ({conference.State}).");
        var same = scheduled.State == conference.State && scheduled.Revision == conference.Revision
            && scheduled.Start == conference.Slot?.Start && scheduled.End == conference.Slot?.End;
        return same ? null : new(
            $"予定表では {scheduled.State} 第 {scheduled.Revision} 版 {scheduled.Start?.At() ?? "日時なし"}、会議は {conference.State} 第 {conference.Revision} 版 {conference.Slot?.Start.At() ?? "日時なし"} です。",
            $"The schedule says {scheduled.State}, revision {scheduled.Revision}, {scheduled.Start?.At() ?? "no time"}; the conference is {conference.State}, revision {conference.Revision}, {conference.Slot?.Start.At() ?? "no time"}.");
    }
}

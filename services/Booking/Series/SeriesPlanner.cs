using Conference.Booking.Availability;
using Conference.Booking.Network;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;

namespace Conference.Booking.Series;

/// <summary>Plans every occurrence of a rule against one snapshot of the network.</summary>
internal sealed class SeriesPlanner(SlotFinder finder, NetworkTime time)
{
    /// <summary>How far outside the rule's own days an occurrence may be shifted or an alternative be looked for.</summary>
    private const int Margin = 16;

    public static (DateTimeOffset From, DateTimeOffset To) Span(Recurrence recurrence, DateOnly last, NetworkTime time)
    {
        var walls = recurrence.Times(last).Concat(recurrence.Extra).Select(DateOnly.FromDateTime).ToList();
        return (time.StartOf(walls.Min().AddDays(-Margin)), time.StartOf(walls.Max().AddDays(Margin + Relaxations.DaysBeyond)));
    }

    public IReadOnlyList<OccurrencePlan> Plan(Recurrence recurrence, DateOnly last, SlotCriteria criteria, NetworkSnapshot network)
    {
        var closures = Lineup.Of(criteria, network).Seats.Where(seat => seat.Required).Select(seat => seat.Facts.Closures).OfType<KnownClosures>().ToList();
        var wall = TimeOnly.FromDateTime(recurrence.Start);
        var planned = recurrence.Plan(last, day => network.RestDays.Contains(day) || closures.Exists(site => IsClosed(site, time.At(day, wall), criteria.DurationMinutes)));
        var times = planned.Select(one => TimeOf(one, criteria, network.Now)).ToList();
        var (plans, offered) = (new List<OccurrencePlan>(), new List<TimeRange>());
        for (var index = 0; index < planned.Count; index++)
        {
            var plan = Plan(planned[index], times[index], criteria with { Avoid = [.. Siblings(times, index), .. offered] }, network);
            // The first is what most take: the next occurrence is offered another.
            if (plan.Explanation?.Relaxations is [var first, ..])
                offered.Add(Range(first.Start, first.DurationMinutes));
            plans.Add(plan);
        }

        return plans;
    }

    private OccurrencePlan Plan(PlannedTime planned, TimeRange? at, SlotCriteria criteria, NetworkSnapshot network)
    {
        var original = Instant(planned.Original);
        var day = DateOnly.FromDateTime(planned.Original);
        if (at is null)
            return new OccurrencePlan { OriginalStart = original, Verdict = OccurrenceVerdict.Skipped, Note = LeftOut(planned, day, network) };

        var start = at.Start;
        var found = finder.Find(criteria with { Start = start, Window = null }, network, 1);
        var suggestion = found.Suggestions is [var best, ..] ? best : null;
        return new OccurrencePlan
        {
            OriginalStart = original,
            Start = start,
            Verdict = suggestion is not null ? OccurrenceVerdict.Fits : found.Explanation!.Relaxations.Count > 0 ? OccurrenceVerdict.Alternative : OccurrenceVerdict.Impossible,
            Note = planned.Fate == PlannedFate.Moved ? Moved(day, start, network) : null,
            LeftOut = suggestion?.LeftOut ?? [],
            Warnings = suggestion?.Warnings ?? [],
            Explanation = found.Explanation is { } explanation && criteria.Avoid.Any(other => Overlap(other, at)) ? explanation with { Summary = OverlapsAnother() } : found.Explanation,
        };
    }

    // Shifted before the first day, it may have passed.
    private TimeRange? TimeOf(PlannedTime planned, SlotCriteria criteria, DateTimeOffset now) =>
        planned.Wall is { } wall && Instant(wall) is var start && start > now ? Range(start, criteria.DurationMinutes) : null;

    /// <summary>When the others are. Of two that overlap the earlier has the time.</summary>
    private static IEnumerable<TimeRange> Siblings(List<TimeRange?> times, int index) =>
        times.Where((time, other) => other < index || (other > index && !Overlap(time, times[index]))).OfType<TimeRange>();

    private static bool Overlap(TimeRange? one, TimeRange? other) => one?.Start < other?.End && other?.Start < one?.End;

    private static TimeRange Range(DateTimeOffset start, int minutes) => new() { Start = start, End = start.AddMinutes(minutes) };

    private DateTimeOffset Instant(DateTime wall) => time.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));

    // Days that a site closes for once. A weekly closure would take every occurrence away, and is told as what blocks.
    private static bool IsClosed(KnownClosures site, DateTimeOffset start, int minutes) =>
        site.Closures.Any(closure => closure.From < start.AddMinutes(minutes) && closure.To > start);

    private Remark Moved(DateOnly day, DateTimeOffset to, NetworkSnapshot network) => Wording.Say(
        "shifted",
        $"{SpokenTime.DayJa(day)} が{RestJa(day, network)}のため {SpokenTime.DayJa(time.DayOf(to))} に移しました。",
        $"Moved from {SpokenTime.DayEn(day)}, {RestEn(day, network)}, to {SpokenTime.DayEn(time.DayOf(to))}.");

    private static Remark OverlapsAnother() => Wording.Say("occurrences_overlap", "この定例のほかの回と時間が重なります。", "It overlaps another occurrence of the series.");

    private static Remark LeftOut(PlannedTime planned, DateOnly day, NetworkSnapshot network) => planned.Fate == PlannedFate.Clashes
        ? Wording.Say("clashes", "移した先の日に別の回があるため、行いません。", "Left out: another occurrence is on the day that it would move to.")
        : Wording.Say("rests", $"{RestJa(day, network)}のため行いません。", $"Left out: {RestEn(day, network)}.");

    private static string RestJa(DateOnly day, NetworkSnapshot network) => network.RestDays.Contains(day) ? "祝日・年末年始" : "必須施設の休診・休止日";

    private static string RestEn(DateOnly day, NetworkSnapshot network) => network.RestDays.Contains(day) ? "a holiday" : "a day on which a required hospital is closed";
}

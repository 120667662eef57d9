using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.AllInOne.Demo;

/// <summary>
/// The month: two conferences a working day, each day's in prefectures of their own, so that nothing clashes but
/// what is meant to.
/// </summary>
internal sealed class DemoPlan(NetworkTime network, DateTimeOffset now, IReadOnlyList<IReadOnlyList<string>> prefectures, IReadOnlySet<DateOnly> holidays)
{
    /// <summary>How far back the first conference can lie, and the time to request and answer it before.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(30);

    private static readonly TimeOnly[] Hours = [new(17, 30), new(18, 0), new(12, 30), new(17, 0)];
    private static readonly int[] Lengths = [60, 90, 30, 120];

    private static readonly ConferenceKind[] Kinds =
    [
        ConferenceKind.JointCancerBoard, ConferenceKind.MedicalConference, ConferenceKind.Palliative, ConferenceKind.ImagingPathology,
        ConferenceKind.CancerBoard, ConferenceKind.OpenConference, ConferenceKind.CrossOrgan, ConferenceKind.Training, ConferenceKind.CouncilMeeting,
    ];

    private static readonly Fate[] Ahead =
    [
        .. Enumerable.Repeat(Fate.Confirmed, 15), .. Enumerable.Repeat(Fate.AwaitingReplies, 10),
        .. Enumerable.Repeat(Fate.Moved, 2), .. Enumerable.Repeat(Fate.Declined, 3), .. Enumerable.Repeat(Fate.Cancelled, 4),
    ];

    public IReadOnlyList<DemoConference> Conferences()
    {
        var past = Days(-1).Take(11).SelectMany(day => new[] { day, day }).Select((day, i) => Planned(i < 3 ? Fate.AwaitingRecord : Fate.Completed, i, day));
        var ahead = Days(1).Skip(2).Take(17).SelectMany(day => new[] { day, day }).Zip(Mixed(), (day, fate) => (day, fate)).Select((at, i) => Planned(at.fate, i, at.day)).ToList();
        var clashing = ahead.Where(conference => conference.Fate == Fate.Confirmed).Take(3).Select((taken, i) => taken with { Fate = i < 2 ? Fate.Clashing : Fate.Waiting });
        return [.. past, .. InSession(), .. ahead, .. clashing, .. Polls()];
    }

    /// <summary>A board of every week, at an hour that the others leave free.</summary>
    public DemoSeries Series() => new(ConferenceKind.CancerBoard, prefectures[1][0], [.. prefectures[1].Skip(1).Take(2)], FreeHour(Days(1).Skip(5).First()), Occurrences: 6);

    // Every seventh of the list in turn, so that no state keeps to one week; 7 and 34 have no common factor.
    private static IEnumerable<Fate> Mixed() => Enumerable.Range(0, Ahead.Length).Select(i => Ahead[i * 7 % Ahead.Length]);

    private IEnumerable<DemoConference> InSession()
    {
        var begun = now.AddMinutes(-25);
        var start = new DateTimeOffset(begun.UtcTicks - (begun.UtcTicks % TimeSpan.FromMinutes(5).Ticks), TimeSpan.Zero);
        return Enumerable.Range(0, 2).Select(i => Planned(Fate.InSession, i, network.DayOf(now)) with { Start = start, Minutes = 120 });
    }

    // Of the hospital that signs in, and of another.
    private IEnumerable<DemoConference> Polls() => Enumerable.Range(0, 2).Select(i =>
    {
        var number = 2 * i;
        var tuesday = Days(1).Skip(7 + number).First(day => day.DayOfWeek == DayOfWeek.Tuesday);
        return Planned(Fate.Polling, number, tuesday) with { Start = FreeHour(tuesday), Minutes = 60 };
    });

    private DateTimeOffset FreeHour(DateOnly day) => network.At(day, new TimeOnly(15, 0));

    private DemoConference Planned(Fate fate, int number, DateOnly day)
    {
        var hospitals = prefectures[number % prefectures.Count];
        var others = Enumerable.Range(0, 2 + (number % 3)).Select(i => hospitals[1 + ((number + i) % (hospitals.Count - 1))]).Distinct();
        return new DemoConference(
            fate, Kinds[number % Kinds.Length], hospitals[0], [.. others],
            network.At(day, Hours[number % Hours.Length]), Lengths[number / 2 % Lengths.Length]);
    }

    private IEnumerable<DateOnly> Days(int step)
    {
        for (var day = network.DayOf(now).AddDays(step); ; day = day.AddDays(step))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day))
                yield return day;
        }
    }
}

using System.Numerics;

namespace Conference.Booking.Availability;

/// <summary>
/// The evenings that the sites give already, in a start's own week and in the weeks around it. Reckoned once a week, by the
/// square: another evening of a hospital that gives many weighs more than the first one of another.
/// </summary>
internal sealed class EveningBurden(SearchBoard board, RankingOptions weights)
{
    /// <summary>Weeks before and after a start's own that are looked at.</summary>
    public const int WeeksAround = 2;

    private const int DaysInWeek = 7;
    private const int FullWeek = 5;
    private const int FullAround = 10;
    private const int DaysSeen = ((2 * WeeksAround) + 1) * DaysInWeek;
    private const ulong OwnWeek = ((1UL << DaysInWeek) - 1) << (WeeksAround * DaysInWeek);

    private readonly int _firstWeek = board.StartDays.Count == 0 ? 0 : WeekOf(board.StartDays[0].Day);
    private readonly Burden?[] _weeks = board.StartDays.Count == 0 ? [] : new Burden?[WeekOf(board.StartDays[^1].Day) - WeekOf(board.StartDays[0].Day) + 1];

    /// <summary>Evenings of all sites together, and the points that they cost.</summary>
    public readonly record struct Burden(int InWeek, int Around, int Points);

    public Burden Of(DateOnly day) => _weeks[WeekOf(day) - _firstWeek] ??= Reckon(WeekOf(day));

    private Burden Reckon(int week)
    {
        var (inWeek, around, squares, squaresAround) = (0, 0, 0, 0);
        foreach (var seat in board.Seats)
        {
            var evenings = seat.Evenings((week - WeeksAround) * DaysInWeek, DaysSeen);
            if (evenings == 0)
                continue;
            var (own, others) = (BitOperations.PopCount(evenings & OwnWeek), BitOperations.PopCount(evenings & ~OwnWeek));
            (inWeek, around) = (inWeek + own, around + others);
            squares += Math.Min(own * own, FullWeek * FullWeek);
            squaresAround += Math.Min(others * others, FullAround * FullAround);
        }

        var sites = Math.Max(board.Seats.Length, 1);
        return new Burden(inWeek, around, (weights.EveningLoad * squares / (FullWeek * FullWeek * sites)) + (weights.EveningSpread * squaresAround / (FullAround * FullAround * sites)));
    }

    // Day 0 of the calendar was a Monday.
    private static int WeekOf(DateOnly day) => day.DayNumber / DaysInWeek;
}

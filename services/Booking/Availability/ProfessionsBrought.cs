using System.Numerics;
using Conference.Booking.Bridges;
using Conference.Booking.Network;

namespace Conference.Booking.Availability;

/// <summary>Which of the professions wanted the hospitals that take part can bring, by the day of the week. A bit a profession.</summary>
internal sealed class ProfessionsBrought
{
    private const int DaysInWeek = 7;

    private readonly SearchBoard _board;
    private readonly int _wanted;
    private readonly int[][] _brought;
    private readonly int[] _byRequired = new int[DaysInWeek];

    public ProfessionsBrought(SearchBoard board)
    {
        _board = board;
        foreach (var profession in board.Criteria.Professions)
            _wanted |= 1 << (int)profession;
        _brought = _wanted == 0 ? [] : [.. board.Seats.Select(seat => Of(seat.Seat.Hospital))];
        for (var seat = 0; seat < _brought.Length; seat++)
        {
            for (var day = 0; day < DaysInWeek && board.Seats[seat].Seat.Required; day++)
                _byRequired[day] |= _brought[seat][day];
        }
    }

    /// <summary>How many are wanted.</summary>
    public int Wanted => BitOperations.PopCount((uint)_wanted);

    /// <summary>Those wanted that are brought to a conference that starts here and is connected so.</summary>
    public int At(DateOnly day, BridgePlan plan, int start)
    {
        var weekday = day.DayNumber % DaysInWeek;
        var brought = _byRequired[weekday];
        if (brought == _wanted)
            return brought;

        var seats = new List<int>();
        plan.Take(start, seats);
        foreach (var seat in seats)
            brought |= _brought[seat][weekday];
        return brought;
    }

    private int[] Of(KnownHospital hospital)
    {
        var days = new int[DaysInWeek];
        foreach (var brought in hospital.Professions)
        {
            foreach (var day in brought.Days)
                days[(int)day] |= _wanted & (1 << (int)brought.Profession);
        }

        return days;
    }
}

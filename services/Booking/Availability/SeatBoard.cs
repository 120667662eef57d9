using Conference.Booking.Network;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>One site on the board of a search.</summary>
internal sealed class SeatBoard
{
    private readonly SearchBoard _board;
    private readonly SiteTimes _booked;
    private readonly ClosedTimes _closed;
    private readonly int _firstBooked;
    private readonly int _firstClosed;
    private readonly int _testedUntil;
    private readonly bool _needsTest;

    public SeatBoard(Seat seat, SearchBoard board, SearchRules rules, bool needsTest)
    {
        var (facts, grid) = (seat.Facts, board.Grid);
        (Seat, _board, _needsTest) = (seat, board, needsTest);
        _booked = facts.Times is { } times && times.Grid.Covers(grid) ? times : Listed(facts, grid, rules);
        _closed = facts.Closed is { } closed && closed.Grid.Covers(grid) ? closed : ClosedTimes.Of(facts.Closures, grid, board.Days, board.RestDays);
        (_firstBooked, _firstClosed) = (_booked.Grid.StepOf(grid), _closed.Grid.StepOf(grid));
        _testedUntil = needsTest ? grid.Floor(facts.TestedUntil ?? DateTimeOffset.MinValue) : grid.Steps;
    }

    public Seat Seat { get; }

    /// <summary>Starts at which the site cannot take part. Laid out when it is first asked for: a search for starts that work needs it of nobody.</summary>
    public BitTimeline Blocked => field ??= Taken().Spread(_board.Length);

    /// <summary>What keeps the site, in no order.</summary>
    public IReadOnlyList<BusyTime> Busy => field ??=
        [.. BusyTimes.Of(Seat.Facts, _board.Days, _board.RestDays, _needsTest).Where(busy => busy.Start < _board.Grid.To && busy.End > _board.Grid.From)];

    /// <summary>ORs the steps at which the site is not there into the line.</summary>
    public void OrTakenInto(BitTimeline line)
    {
        _booked.OrInto(line, _board.Grid);
        _closed.OrInto(line, _board.Grid);
        line.Set(_testedUntil, line.Steps);
    }

    /// <summary>Whether the site cannot take part in a conference that starts here.</summary>
    public bool IsTaken(int start)
    {
        var end = start + _board.Length;
        return end > _testedUntil || _booked.Any(start + _firstBooked, end + _firstBooked) || _closed.Any(start + _firstClosed, end + _firstClosed);
    }

    /// <summary>Steps to the site's nearest other booking, before or after a conference that starts here; no more than 64 are seen.</summary>
    public int Gap(int start) => _booked.FreeAround(start + _firstBooked, start + _board.Length + _firstBooked);

    /// <summary>The evenings that the site gives already: a bit a day.</summary>
    public ulong Evenings(int firstDay, int days) => _booked.Evenings(firstDay, days);

    private BitTimeline Taken()
    {
        var line = new BitTimeline(_board.Grid.Steps);
        OrTakenInto(line);
        return line;
    }

    // Wider than the board: the evenings of whole weeks count, wherever in one the board begins.
    private static SiteTimes Listed(SiteFacts facts, SlotGrid grid, SearchRules rules) => SiteTimes.Of(
        facts.Booked.Select(time => new BookedTime(default, time.Start, time.End)),
        new SlotGrid(grid.From, grid.From - SearchRules.Around, grid.To + SearchRules.Around),
        rules.Evening);
}

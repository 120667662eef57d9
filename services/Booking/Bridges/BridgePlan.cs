using Conference.Booking.Availability;

namespace Conference.Booking.Bridges;

/// <summary>
/// A way to connect the sites: one bridge, or two that are joined by a link, which takes a port on each. Optional sites
/// are taken in the order asked for while they are free and ports last.
/// </summary>
internal sealed class BridgePlan
{
    private const int LinkPorts = 1;

    private readonly SearchBoard _board;
    private readonly Side[] _sides;
    private readonly Need _required;
    private readonly int _optional;

    public BridgePlan(SearchBoard board, BridgeBoard main, BridgeBoard? linked)
    {
        (_board, Main, Linked) = (board, main, linked);
        _sides = [.. board.Seats.Select(seat => SideOf(seat.Seat.HospitalId))];
        _required = Nobody;
        for (var index = 0; index < board.Seats.Length; index++)
        {
            if (board.Seats[index].Seat.Required)
                _required = _required.With(_sides[index], board.Seats[index].Seat.Ports);
        }

        _optional = board.Seats.Count(seat => !seat.Seat.Required);
        Serves = !board.Seats.Where((seat, index) => seat.Seat.Required && _sides[index] == Side.Neither).Any();
    }

    private enum Side
    {
        Neither,
        Main,
        Linked,
        Either,
    }

    /// <summary>Ports needed on each bridge, and the sites that may be on either.</summary>
    private readonly record struct Need(int Main, int Linked, PortSplit Either)
    {
        public Need With(Side side, int ports) => side switch
        {
            Side.Main => this with { Main = Main + ports },
            Side.Linked => this with { Linked = Linked + ports },
            Side.Either => this with { Either = Either.With(ports) },
            _ => this,
        };

        public int Total => Main + Linked + Either.Total;

        /// <summary>How many ports are missing: none where the sites can be connected.</summary>
        public int Missing(int freeMain, int freeLinked)
        {
            if (Split(freeMain, freeLinked) is not null)
                return 0;
            var (onMain, onLinked) = (freeMain - Main, freeLinked - Linked);
            var onEither = Either.Total - Math.Max(onMain, 0) - Math.Max(onLinked, 0);
            // Ports may suffice by count where sites of several cannot be shared out.
            return Math.Max(Math.Max(-onMain, 0) + Math.Max(-onLinked, 0) + Math.Max(onEither, 0), 1);
        }

        /// <summary>What of the sites on either side the main bridge takes; null where ports are short.</summary>
        public int? Split(int freeMain, int freeLinked) =>
            freeMain < Main || freeLinked < Linked ? null : Either.Total == 0 ? 0 : Either.First(freeMain - Main, freeLinked - Linked);
    }

    private Need Nobody => Linked is null ? new Need(0, 0, PortSplit.None) : new Need(LinkPorts, LinkPorts, PortSplit.None);

    public BridgeBoard Main { get; }

    public BridgeBoard? Linked { get; }

    /// <summary>Whether the required sites are all in reach.</summary>
    public bool Serves { get; }

    public int Ports => Main.Bridge.Ports + (Linked?.Bridge.Ports ?? 0);

    /// <summary>Ports that the required sites take, those of the link included.</summary>
    public int Needed => _required.Total;

    /// <summary>Whether the required sites could be connected if nothing else was booked.</summary>
    public bool CouldFit => Serves && MissingAtBest == 0;

    /// <summary>Ports missing for the required sites if nothing else was booked.</summary>
    public int MissingAtBest => _required.Missing(Main.Bridge.Ports, Linked?.Bridge.Ports ?? 0);

    /// <summary>Ports missing for the required sites at a start.</summary>
    public int MissingAt(int start) => _required.Missing(Free(Main, start), Free(Linked, start));

    /// <summary>Whether one of the bridges is down for a start at this step.</summary>
    public bool IsDown(int start) => Main.IsDown(start - _board.Setup, start + _board.Length) || Linked?.IsDown(start - _board.Setup, start + _board.Length) == true;

    /// <summary>Those of the starts at which the required sites cannot be connected this way.</summary>
    public BitTimeline ShortOf(BitTimeline starts)
    {
        if (!CouldFit)
            return starts.Copy();

        var shortOf = new BitTimeline(starts.Steps);
        if (Linked is not null)
        {
            foreach (var start in starts.SetSteps().Where(start => !Fits(start)))
                shortOf.Set(start, start + 1);
            return shortOf;
        }

        using var busy = Main.ShortOf(_required.Main);
        foreach (var (from, end) in busy.Runs())
            shortOf.Set(from - _board.Length + 1, end + _board.Setup);
        shortOf.And(starts);
        return shortOf;
    }

    public bool Fits(int start) => Serves && _required.Split(Free(Main, start), Free(Linked, start)) is not null;

    /// <summary>How many optional sites are taken and ports left at a start, which are listed where a list is given; null where it does not fit.</summary>
    public (int Taken, int Left)? Take(int start, List<int>? seats = null)
    {
        var (main, linked, need, taken) = (Free(Main, start), Free(Linked, start), _required, 0);
        if (!Serves || need.Split(main, linked) is null)
            return null;
        if (_optional == 0 && seats is null)
            return (0, main + Math.Max(linked, 0) - need.Total);

        for (var index = 0; index < _sides.Length; index++)
        {
            var seat = _board.Seats[index];
            if (!seat.Seat.Required)
            {
                var more = need.With(_sides[index], seat.Seat.Ports);
                if (_sides[index] == Side.Neither || more.Split(main, linked) is null || seat.IsTaken(start))
                    continue;
                (need, taken) = (more, taken + 1);
            }

            seats?.Add(index);
        }

        return (taken, main + Math.Max(linked, 0) - need.Total);
    }

    /// <summary>Those of the sites, in the order given, for which ports last at a start.</summary>
    public List<int> Connect(int start, IEnumerable<int> seats)
    {
        var (main, linked, need, connected) = (Free(Main, start), Free(Linked, start), Nobody, new List<int>());
        foreach (var index in seats)
        {
            var more = need.With(_sides[index], _board.Seats[index].Seat.Ports);
            if (_sides[index] == Side.Neither || more.Split(main, linked) is null)
                continue;
            need = more;
            connected.Add(index);
        }

        return connected;
    }

    /// <summary>On which bridge each of the sites is that <see cref="Take"/> listed: true for the linked one.</summary>
    public bool[] OnLinked(int start, List<int> seats)
    {
        var onLinked = seats.ConvertAll(index => _sides[index] == Side.Linked).ToArray();
        var either = Enumerable.Range(0, seats.Count).Where(at => _sides[seats[at]] == Side.Either).ToList();
        if (either.Count == 0)
            return onLinked;

        var need = seats.Aggregate(Nobody, (sum, index) => sum.With(_sides[index], _board.Seats[index].Seat.Ports));
        var onMain = PortSplit.Choose(either.ConvertAll(at => _board.Seats[seats[at]].Seat.Ports), need.Split(Free(Main, start), Free(Linked, start))!.Value);
        for (var index = 0; index < either.Count; index++)
            onLinked[either[index]] = !onMain[index];
        return onLinked;
    }

    private int Free(BridgeBoard? bridge, int start) => bridge?.Free(start - _board.Setup, start + _board.Length) ?? 0;

    private Side SideOf(string hospitalId) => (Main.Bridge.Reaches(hospitalId), Linked?.Bridge.Reaches(hospitalId) ?? false) switch
    {
        (true, true) => Side.Either,
        (true, false) => Side.Main,
        (false, true) => Side.Linked,
        _ => Side.Neither,
    };
}

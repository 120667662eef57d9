namespace Conference.Booking.Availability;

/// <summary>
/// The fewest required sites without which there would be a slot, the host's never among them: at the start that asks
/// for the fewest, those that are not free and, where ports do not last, those that were asked for last.
/// </summary>
internal sealed class Dispensable
{
    private readonly SearchBoard _board;
    private readonly List<int> _required;
    private readonly List<List<int>> _orders;
    private readonly int _host;
    private readonly int _mostPorts;
    private readonly int _fewestEver;

    public Dispensable(SearchBoard board)
    {
        _board = board;
        _required = [.. Enumerable.Range(0, board.Seats.Length).Where(index => board.Seats[index].Seat.Required)];
        _host = _required.FirstOrDefault(index => board.Seats[index].Seat.HospitalId == board.Criteria.HostHospitalId, -1);
        _mostPorts = _required.Select(index => board.Seats[index].Seat.Ports).Append(1).Max();
        _fewestEver = board.Plans.Min(plan => AtLeast(plan.MissingAtBest));
        List<int> asked = [.. _required.OrderBy(index => index != _host)];
        // Where some take several ports, more sites are kept if those that take few come first.
        List<int> small = [.. asked.OrderBy(index => index != _host).ThenBy(index => board.Seats[index].Seat.Ports)];
        _orders = small.SequenceEqual(asked) ? [asked] : [asked, small];
    }

    /// <summary>The sites; null where the host cannot come, or nobody else could.</summary>
    public IReadOnlyList<Seat>? Fewest()
    {
        if (_board.Criteria.HostHospitalId is { } host && _board.Lineup.Impossible.Any(one => one.HospitalId == host))
            return null;
        (int Without, List<int>? Kept) fewest = (_required.Count, null);
        for (var start = _board.Allowed.Next(0); start < _board.Grid.Steps && fewest.Without > _fewestEver; start = _board.Allowed.Next(start + 1))
            Look(start, ref fewest);
        return fewest.Kept is { } kept ? [.. _required.Except(kept).Select(index => _board.Seats[index].Seat)] : null;
    }

    /// <summary>How many sites have to go at least where so many ports are missing.</summary>
    private int AtLeast(int missing) => Math.Max(missing + _mostPorts - 1, 0) / _mostPorts;

    private void Look(int start, ref (int Without, List<int>? Kept) fewest)
    {
        var (blocked, ports) = (0, 0);
        foreach (var index in _required)
        {
            if (!_board.Seats[index].Blocked[start])
                continue;
            (blocked, ports) = (blocked + 1, ports + _board.Seats[index].Seat.Ports);
            if (index == _host || blocked >= fewest.Without)
                return;
        }

        foreach (var plan in _board.Plans)
        {
            var atLeast = AtLeast(plan.MissingAt(start) - ports);
            foreach (var order in _orders)
            {
                if (blocked + atLeast >= fewest.Without)
                    break;
                var kept = plan.Connect(start, order.Where(index => !_board.Seats[index].Blocked[start]));
                if (_required.Count - kept.Count < fewest.Without && (_host < 0 || kept.Contains(_host)))
                    fewest = (_required.Count - kept.Count, kept);
            }
        }
    }
}

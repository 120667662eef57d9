using Conference.Booking.Bridges;

namespace Conference.Booking.Watching;

/// <summary>How many ports of one bridge are booked at once.</summary>
internal static class PortPeak
{
    public static int At(IEnumerable<PortBooking> booked, DateTimeOffset instant) =>
        booked.Where(ports => ports.Start <= instant && ports.End > instant).Sum(Count);

    /// <summary>The most at one time between two instants, the end exclusive.</summary>
    public static int Within(IReadOnlyCollection<PortBooking> booked, DateTimeOffset from, DateTimeOffset to)
    {
        var (use, peak) = (0, 0);
        var changes = booked.Where(ports => ports.Start < to && ports.End > from)
            .SelectMany(ports => new[] { (At: ports.Start < from ? from : ports.Start, Ports: Count(ports)), (At: ports.End, Ports: -Count(ports)) });
        // What ends at an instant makes room for what begins at it.
        foreach (var change in changes.OrderBy(change => change.At).ThenBy(change => change.Ports))
        {
            use += change.Ports;
            peak = Math.Max(peak, use);
        }

        return peak;
    }

    private static int Count(PortBooking ports) => ports.LastPort - ports.FirstPort + 1;
}

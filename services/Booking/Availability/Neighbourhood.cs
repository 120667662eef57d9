namespace Conference.Booking.Availability;

/// <summary>
/// How near a site's other bookings come to a conference, in steps. What leaves less than the time to set up is as near as can
/// be, what is as far as the spacing does not count, and between the two each step counts the same.
/// </summary>
internal readonly record struct Neighbourhood
{
    private readonly int _near;
    private readonly int _far;

    public Neighbourhood(int setup, int spacing) => (_near, _far) = (Math.Min(setup, spacing - 1), spacing);

    /// <summary>The nearness of what is as near as can be; at least 1.</summary>
    public int Most => _far - _near;

    /// <summary>0 for what does not count, up to <see cref="Most"/>.</summary>
    public int Nearness(int gap) => Math.Max(_far - Math.Max(gap, _near), 0);
}

namespace Conference.Invitations.Outbound;

/// <summary>How long to wait after a failure: longer each time, never for ever.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    /// <summary>The longest that is ever waited.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>5, 10, 20 seconds and so on, up to 15 minutes.</summary>
    public static TimeSpan After(int failures) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(failures - 1, 10)));
}

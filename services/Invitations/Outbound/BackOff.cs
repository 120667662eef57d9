namespace Conference.Invitations.Outbound;

/// <summary>How long to wait after a failure: longer each time, never for ever.</summary>
internal static class BackOff
{
    private const int MailAtMost = 180;
    private const int ServerAtMost = 12;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestOfServer = TimeSpan.FromMinutes(1);

    /// <summary>The longest that is ever waited.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>5, 10, 20 seconds and so on, up to 15 minutes.</summary>
    public static TimeSpan After(int failures) => After(failures, First);

    /// <summary>How long a mail waits: doubled each time, up to 180 times the first and 15 minutes.</summary>
    public static TimeSpan After(int failures, TimeSpan first) => Doubled(failures, first, MailAtMost, Longest);

    /// <summary>How long a server is left alone: doubled each time, up to 12 times the first and one minute.</summary>
    public static TimeSpan OfServer(int failures, TimeSpan first) => Doubled(failures, first, ServerAtMost, LongestOfServer);

    private static TimeSpan Doubled(int failures, TimeSpan first, int times, TimeSpan atMost) =>
        TimeSpan.FromTicks(Math.Min(atMost.Ticks, first.Ticks * Math.Min(times, 1 << Math.Min(failures - 1, 10))));
}

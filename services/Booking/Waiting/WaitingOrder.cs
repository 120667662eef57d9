namespace Conference.Booking.Waiting;

/// <summary>The declared rule: class, then since when, then number.</summary>
internal static class WaitingOrder
{
    public static IQueryable<WaitingConference> InOrder(this IQueryable<WaitingConference> waiting) =>
        waiting.OrderBy(one => one.Priority).ThenBy(one => one.Since).ThenBy(one => one.Number);
}

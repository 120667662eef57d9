namespace Conference.Requests.Lifecycle;

/// <summary>What Booking has said last about what comes between a conference and its slot, by the order in which it said it.</summary>
/// <param name="Disrupted">That something has come between.</param>
/// <param name="StandsAgain">That it has gone again.</param>
public sealed record SlotNews(int Disrupted, int StandsAgain)
{
    /// <summary>Nothing yet.</summary>
    public static SlotNews None { get; } = new(0, 0);
}

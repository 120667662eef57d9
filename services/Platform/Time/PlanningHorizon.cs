using Conference.Platform.Problems;

namespace Conference.Platform.Time;

/// <summary>How far ahead anything can be planned: one limit for every door, so that no door lets in what another refuses.</summary>
public static class PlanningHorizon
{
    /// <summary>Days from today to the last one that can be planned: about two years.</summary>
    public const int Days = 731;

    /// <summary>The network's last day that can be planned.</summary>
    public static DateOnly LastDay(this NetworkTime network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.DayOf(now).AddDays(Days);
    }

    /// <summary>What is said of a time beyond it.</summary>
    public static Fault TooFarAhead(string field) => new(field, "too_far_ahead", "2 年より先の日時は指定できません。", "It is more than two years ahead.");
}

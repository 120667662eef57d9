using Conference.Booking.Bridges;
using Conference.Contracts;

namespace Conference.Booking.Availability;

/// <summary>Says which ports are missing: of the ways to connect the required sites, the one that misses fewest.</summary>
internal static class PortsNamed
{
    /// <summary>Why the sites could not be connected even if nothing was booked.</summary>
    public static Remark Never(SearchBoard board)
    {
        var plans = board.Plans.Where(plan => plan.Serves).ToList();
        if ((plans.Count > 0 ? plans.Max(plan => plan.Ports) : board.Bridges.Max(bridge => bridge.Bridge.Ports)) == 0)
            return Wording.Say("bridges_out_of_service", "利用できるブリッジがありません（ポート数が 0 に設定されています）。", "No bridge is in service: all are set to 0 ports.");
        if (plans.MinBy(plan => plan.MissingAtBest) is not { } best)
            return Wording.Say("no_common_bridge", "必須施設のすべてを接続できるブリッジ（または連結できる 2 台）がありません。", "No bridge, nor two that can be linked, serves all the required hospitals.");
        var most = best.Needed - best.MissingAtBest;
        return best.Linked is null
            ? Wording.Say("bridge_too_small", $"必須施設の接続には {best.Needed} ポート必要ですが、最大でも {most} ポートです。", $"The required hospitals need {best.Needed} ports; the largest bridge that serves them has {most}.")
            : Wording.Say("bridge_too_small", $"必須施設の接続には、ブリッジ間の連結を含めて {best.Needed} ポート必要ですが、使えるのは最大でも {most} ポートです。", $"The required hospitals and the link between bridges need {best.Needed} ports; at most {most} can be used.");
    }

    /// <summary>Why they cannot be connected at any of the starts.</summary>
    public static Remark Taken(SearchBoard board, BitTimeline starts)
    {
        (BridgePlan? Plan, int Missing) least = (null, int.MaxValue);
        foreach (var plan in board.Plans.Where(plan => plan.CouldFit))
        {
            foreach (var start in starts.SetSteps().Where(start => !plan.IsDown(start)))
            {
                if (plan.MissingAt(start) is var missing && missing < least.Missing)
                    least = (plan, missing);
            }
        }

        if (least.Plan is not { } best)
            return Wording.Say("bridge_maintenance", "必須施設が空いている時間は、ブリッジの保守作業中です。", "Whenever the required hospitals are free, the bridge is down for maintenance.");
        var free = Math.Max(best.Needed - least.Missing, 0);
        return best.Linked is null
            ? Wording.Say("ports_short", $"接続ポートが不足しています（必要 {best.Needed}、空き最大 {free}）。", $"Too few bridge ports: {best.Needed} needed, at most {free} free.")
            : Wording.Say("ports_short", $"接続ポートが不足しています（ブリッジ間の連結を含めて必要 {best.Needed}、使える最大 {free}）。", $"Too few bridge ports: {best.Needed} needed, the link between bridges included, at most {free} of use.");
    }
}

using System.Collections.Frozen;

namespace Conference.Council.Schedule;

/// <summary>The states of a conference by name, as Council tells them apart.</summary>
internal static class ConferenceStates
{
    public const string InSession = "InSession";
    public const string AwaitingRecord = "AwaitingRecord";
    public const string Completed = "Completed";
    public const string Cancelled = "Cancelled";
    public const string Confirmed = "Confirmed";

    /// <summary>In the order of life.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "Placing", "Polling", "Reserved", "Unplaced", "Inviting", "AwaitingReplies", "Replacing", "Confirming", Confirmed, InSession, AwaitingRecord, Completed, Cancelled,
    ];

    /// <summary>The time is settled.</summary>
    public static readonly FrozenSet<string> Settled = new[] { Confirmed, InSession, AwaitingRecord, Completed }.ToFrozenSet();
}

namespace Conference.Requests.Lifecycle;

/// <summary>States as users see them.</summary>
internal static class StateNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(ConferenceLifecycle.Placing)] = "調整中",
        [nameof(ConferenceLifecycle.Reserved)] = "枠確保済",
        [nameof(ConferenceLifecycle.Polling)] = "候補日調整中",
        [nameof(ConferenceLifecycle.Unplaced)] = "調整不可",
        [nameof(ConferenceLifecycle.Inviting)] = "案内準備中",
        [nameof(ConferenceLifecycle.AwaitingReplies)] = "回答待ち",
        [nameof(ConferenceLifecycle.Replacing)] = "再調整中",
        [nameof(ConferenceLifecycle.Confirming)] = "確定処理中",
        [nameof(ConferenceLifecycle.Confirmed)] = "確定・案内済",
        [nameof(ConferenceLifecycle.InSession)] = "開催中",
        [nameof(ConferenceLifecycle.AwaitingRecord)] = "記録待ち",
        [nameof(ConferenceLifecycle.Completed)] = "開催済",
        [nameof(ConferenceLifecycle.Cancelled)] = "中止",
    };

    public static IReadOnlyCollection<string> All => Names.Keys;

    public static string Ja(string state) => Names[state];
}

using Conference.Requests.Lifecycle;

namespace Conference.Requests.Acting;

/// <summary>What a coordinator can do with a conference.</summary>
internal enum Act
{
    Cancel,
    Reschedule,
    Amend,
    Confirm,
    Wait,
    RecordAttendance,
    DecidePoll,
}

internal static class Acts
{
    /// <summary>What is possible in a state. A second cancel is: it changes nothing, and an impatient click is no error.</summary>
    public static IReadOnlyList<Act> Possible(string state, bool hasSlot, bool hasPoll = false) => state switch
    {
        nameof(ConferenceLifecycle.Polling) => [Act.Cancel, Act.Reschedule, Act.Amend, Act.DecidePoll],
        nameof(ConferenceLifecycle.Unplaced) when hasPoll => [Act.Cancel, Act.Reschedule, Act.Amend, Act.DecidePoll],
        nameof(ConferenceLifecycle.AwaitingReplies) => [Act.Cancel, Act.Reschedule, Act.Amend, Act.Confirm],
        nameof(ConferenceLifecycle.Unplaced) => hasSlot ? [Act.Cancel, Act.Reschedule, Act.Amend, Act.Wait, Act.Confirm] : [Act.Cancel, Act.Reschedule, Act.Amend, Act.Wait],
        nameof(ConferenceLifecycle.Placing) or nameof(ConferenceLifecycle.Inviting)
            or nameof(ConferenceLifecycle.Replacing) => [Act.Cancel, Act.Reschedule, Act.Amend],
        nameof(ConferenceLifecycle.Confirming) or nameof(ConferenceLifecycle.Confirmed) => [Act.Cancel, Act.Reschedule, Act.Amend, Act.Confirm],
        nameof(ConferenceLifecycle.Reserved) => [Act.Cancel],
        nameof(ConferenceLifecycle.InSession) => [Act.Cancel, Act.RecordAttendance],
        nameof(ConferenceLifecycle.AwaitingRecord) or nameof(ConferenceLifecycle.Completed) => [Act.RecordAttendance],
        nameof(ConferenceLifecycle.Cancelled) => [Act.Cancel],
        _ => [],
    };

    public static string Ja(Act act) => act switch
    {
        Act.Cancel => "中止",
        Act.Reschedule => "日時変更",
        Act.Amend => "内容変更",
        Act.Confirm => "確定",
        Act.Wait => "空き待ち",
        Act.DecidePoll => "候補日の決定",
        _ => "出席の記録",
    };
}

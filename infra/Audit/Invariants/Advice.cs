using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>What to do, where several findings ask for the same.</summary>
internal static class Advice
{
    public static readonly Text LookAtMessages = new(
        "送信箱（outbox）とエラーキューに残ったメッセージを確認して再試行し、その後もう一度監査してください。",
        "Look at what is left in the outboxes and error queues, retry it, then audit again.");

    public static readonly Text StopAndCall = new(
        "この会議の変更を止め、監査結果とストアの写しを添えて開発元に連絡してください。",
        "Let nobody change this conference, and report it to the developers with this audit and a copy of the stores.");

    public static readonly Text TellAgain = new(
        "会議の画面の「案内」で古い時刻のままの宛先を確かめ、電話などで正しい時刻を伝えてください。",
        "See on the conference's page who still holds the old time, and tell them the right one, by telephone if need be.");

    public static readonly Text Rebuild = new(
        "POST /api/schedule/rebuild で予定表を作り直してください。",
        "Rebuild the schedule with POST /api/schedule/rebuild.");
}

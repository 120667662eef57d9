namespace Conference.Audit.Queues;

/// <summary>Every queue of the product's services.</summary>
public static class QueueNames
{
    /// <summary>The queues; beside each the broker has its waiting room (<c>_later</c>), and its error queue (<c>_error</c>).</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "hospitals-republish-hospitals",
        "requests-conference-lifecycle",
        "requests-keep-holidays",
        "requests-keep-hospital",
        "requests-republish-conferences",
        "requests-republish-portion",
        "requests-settle-series",
        "booking-hold-slot",
        "booking-confirm-slot",
        "booking-release-slot",
        "booking-stop-waiting",
        "booking-hold-candidates",
        "booking-take-candidate",
        "booking-check-slot",
        "booking-keep-hospital",
        "booking-keep-closures",
        "booking-keep-connection-test",
        "booking-keep-holidays",
        "invitations-keep-hospital-copy",
        "invitations-tell-new-contacts",
        "invitations-send-invitations",
        "invitations-announce-confirmation",
        "invitations-withdraw-invitations",
        "invitations-send-reminders",
        "invitations-take-slot-check",
        "invitations-send-poll",
        "invitations-drop-candidate",
        "council-keep-hospital-copy",
        "council-add-conference-to-schedule",
        "council-keep-conference-record",
        "timers",
    ];
}

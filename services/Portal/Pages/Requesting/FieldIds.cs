namespace Conference.Portal.Pages.Requesting;

/// <summary>Which input a field of the request belongs to.</summary>
internal static class FieldIds
{
    private static readonly HashSet<string> Known =
    [
        "title", "kind", "hostHospitalId", "caseCount", "participants", "durationMinutes", "window", "window-from", "window-to",
        "hours", "hours-from", "hours-to", "hours-days", "slot", "slot-start", "poll-candidates", "poll-deadline", "poll-best", "replyWithinDays", "onDeadline", "quorum", "quorum-minimumHospitals",
        "quorum-professions",
    ];

    public static string? Of(string field)
    {
        var id = field.Split('[')[0].Replace('.', '-');
        return Known.Contains(id) ? id : Known.Contains(id.Split('-')[0]) ? id.Split('-')[0] : null;
    }
}

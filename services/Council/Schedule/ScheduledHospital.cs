namespace Conference.Council.Schedule;

/// <summary>
/// That a hospital takes part in a conference. Start and prefecture are repeated here so that one index answers
/// "what has this hospital, this prefecture, between these days".
/// </summary>
internal sealed class ScheduledHospital
{
    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required string Prefecture { get; init; }

    public DateTimeOffset? Start { get; set; }

    public static ScheduledHospital Of(Guid conferenceId, string hospitalId, DateTimeOffset? start) => new()
    {
        ConferenceId = conferenceId,
        HospitalId = hospitalId,
        Prefecture = PrefectureOf(hospitalId),
        Start = start,
    };

    /// <summary>The JIS code that a hospital's id carries in its second and third character.</summary>
    public static string PrefectureOf(string hospitalId) => hospitalId.Length >= 3 ? hospitalId[1..3] : "";
}

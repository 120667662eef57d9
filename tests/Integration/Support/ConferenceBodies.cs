namespace Conference.Tests.Support;

/// <summary>Bodies of <c>POST /api/conferences</c>, as a script would write them.</summary>
public static class ConferenceBodies
{
    public static object Window(string host, string[] participants, DateOnly from, DateOnly to, int minutes = 60, string hoursFrom = "17:00", string hoursTo = "20:00") => new
    {
        title = "合同キャンサーボード（膵）",
        kind = "joint_cancer_board",
        hostHospitalId = host,
        durationMinutes = minutes,
        window = new { from = $"{from:yyyy-MM-dd}", to = $"{to:yyyy-MM-dd}" },
        hours = new { from = hoursFrom, to = hoursTo, days = new[] { "mon", "tue", "wed", "thu", "fri" }, skipHolidays = true },
        participants = participants.Select(id => new { hospitalId = id, required = true, role = "presenter" }),
        quorum = new { minimumHospitals = 2 },
        replyWithinDays = 7,
        onDeadline = "confirm_if_quorum",
    };

    public static object Fixed(string host, string[] participants, DateTimeOffset start, int minutes = 60) => new
    {
        title = "合同キャンサーボード（膵）",
        kind = "joint_cancer_board",
        hostHospitalId = host,
        durationMinutes = minutes,
        slot = new { start = start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) },
        participants = participants.Select(id => new { hospitalId = id, required = true, role = "presenter" }),
        quorum = new { minimumHospitals = 2 },
        replyWithinDays = 7,
        onDeadline = "confirm_if_quorum",
    };

    /// <summary>Today in the network's zone.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
}

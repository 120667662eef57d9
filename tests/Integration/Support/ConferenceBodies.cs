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

    /// <summary>
    /// The first Monday at least so many days ahead whose week lies outside the New Year's closure and the weeks of many
    /// holidays in May and September: a test that needs room finds it there whenever it is run.
    /// </summary>
    public static DateOnly OrdinaryWeek(int daysAhead)
    {
        var monday = Today.AddDays(daysAhead);
        while (monday.DayOfWeek != DayOfWeek.Monday || Enumerable.Range(0, 7).Any(day => IsUnusual(monday.AddDays(day))))
            monday = monday.AddDays(1);
        return monday;
    }

    private static bool IsUnusual(DateOnly day) => (day.Month * 100) + day.Day is >= 1229 or <= 103 or (>= 429 and <= 506) or (>= 915 and <= 923);

    /// <summary>Today in the network's zone.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
}

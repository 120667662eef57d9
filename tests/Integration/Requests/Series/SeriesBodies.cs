namespace Conference.IntegrationTests.Requests.Series;

/// <summary>Bodies of <c>POST /api/series</c>, as a script would write them.</summary>
internal static class SeriesBodies
{
    /// <summary>The first Tuesday that is two to three weeks ahead.</summary>
    public static DateOnly Tuesday
    {
        get
        {
            var day = RequestsHost.Today.AddDays(14);
            return day.AddDays((((int)DayOfWeek.Tuesday - (int)day.DayOfWeek) + 7) % 7);
        }
    }

    /// <summary>The first Tuesday from then on with five weeks after it that hold no days of the New Year.</summary>
    public static DateOnly QuietTuesday
    {
        get
        {
            var day = Tuesday;
            while (Enumerable.Range(0, 36).Any(days => day.AddDays(days) is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }))
                day = day.AddDays(7);
            return day;
        }
    }

    public static string Original(int week) => Original(Tuesday, week);

    public static string Original(DateOnly first, int week) => $"{first.AddDays(7 * week):yyyy-MM-dd}T17:30:00+09:00";

    public static DateTimeOffset Start(int week, int hour = 17, int minute = 30) => Start(Tuesday, week, hour, minute);

    public static DateTimeOffset Start(DateOnly first, int week, int hour = 17, int minute = 30) => new(first.AddDays(7 * week), new TimeOnly(hour, minute), TimeSpan.FromHours(9));

    public static Dictionary<string, object> Weekly(int count, string commit = "what_fits", string host = "H1301", string holidays = "keep", DateOnly? first = null, params string[] hospitals) => new()
    {
        ["title"] = "定例キャンサーボード（膵）",
        ["kind"] = "joint_cancer_board",
        ["hostHospitalId"] = host,
        ["durationMinutes"] = 60,
        ["participants"] = (hospitals is [] ? ["H1302"] : hospitals).Select(id => new { hospitalId = id, required = true }),
        ["quorum"] = new { minimumHospitals = 2 },
        ["recurrence"] = new { start = $"{first ?? Tuesday:yyyy-MM-dd}T17:30", rrule = $"FREQ=WEEKLY;COUNT={count}", holidays },
        ["commit"] = commit,
    };
}

using System.Globalization;
using Conference.Tests.Support;

namespace Conference.BrowserTests.Accessibility;

/// <summary>What the demonstration does not ask for, further ahead than it books.</summary>
internal static class Bodies
{
    private static readonly DateOnly First = ConferenceBodies.Today.AddDays(80);

    public static string Day => $"{First.AddDays(4):yyyy-MM-dd}";

    public static object Poll => new
    {
        title = "合同キャンサーボード（候補日）",
        kind = "joint_cancer_board",
        hostHospitalId = "H1301",
        durationMinutes = 60,
        poll = new { candidates = new[] { Text(First, 10), Text(First.AddDays(1), 11), Text(First.AddDays(2), 10) }, deadline = Text(ConferenceBodies.Today.AddDays(5), 17) },
        participants = new[] { new { hospitalId = "H1302", required = true }, new { hospitalId = "H1303", required = false } },
        quorum = new { minimumHospitals = 2, professions = new[] { "pathologist" } },
    };

    public static object Series => new
    {
        title = "定例キャンサーボード（膵）",
        kind = "joint_cancer_board",
        hostHospitalId = "H1301",
        durationMinutes = 60,
        participants = new[] { new { hospitalId = "H1302", required = true } },
        quorum = new { minimumHospitals = 2 },
        recurrence = new { start = $"{First.AddDays(10):yyyy-MM-dd}T17:30", rrule = "FREQ=WEEKLY;COUNT=3", holidays = "keep" },
        commit = "what_fits",
    };

    private static string Text(DateOnly day, int hour) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:00:00+09:00");
}

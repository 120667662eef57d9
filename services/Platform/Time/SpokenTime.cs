using System.Globalization;

namespace Conference.Platform.Time;

/// <summary>Days and moments of the network as remarks name them, each with its weekday; the year goes without saying.</summary>
public static class SpokenTime
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A day in Japanese: 12/10(木).</summary>
    public static string DayJa(DateOnly day) => day.ToString("M/d(ddd)", Japanese);

    /// <summary>A day in English: Thu 10 Dec.</summary>
    public static string DayEn(DateOnly day) => day.ToString("ddd d MMM", British);

    /// <summary>A moment in Japanese, the minute on the clock of <paramref name="local"/>: 12/10(木) 17:30.</summary>
    public static string MomentJa(DateTimeOffset local) => local.ToString("M/d(ddd) HH:mm", Japanese);

    /// <summary>A moment in English, the minute on the clock of <paramref name="local"/>: Thu 10 Dec 17:30.</summary>
    public static string MomentEn(DateTimeOffset local) => local.ToString("ddd d MMM HH:mm", British);
}

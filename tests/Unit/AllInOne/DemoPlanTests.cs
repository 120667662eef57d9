using Conference.AllInOne.Demo;
using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.AllInOne;

public sealed class DemoPlanTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly DateOnly Holiday = new(2026, 11, 23);

    private static readonly IReadOnlyList<IReadOnlyList<string>> Prefectures =
        [.. Enumerable.Range(1, 13).Select(prefecture => Enumerable.Range(1, 8).Select(number => $"H{prefecture:D2}{number:D2}").ToArray())];

    public static TheoryData<string> Moments => ["2026-11-23T04:00:00Z", "2026-11-27T15:30:00Z", "2027-01-03T23:59:59Z", "2027-05-01T08:30:00Z"];

    [Theory]
    [MemberData(nameof(Moments))]
    public void Conferences_AnyDay_AreSixtyThreeOfEveryFate(string now)
    {
        var plan = Plan(now);

        plan.Count.ShouldBe(63);
        plan.Select(conference => conference.Fate).Distinct().ShouldBe(Enum.GetValues<Fate>(), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Conferences_AnyDay_LieOnTheRightSideOfNow(string now)
    {
        var instant = Instant(now);
        foreach (var conference in Plan(now))
        {
            conference.Start.ShouldSatisfyAllConditions(
                start => (start < instant).ShouldBe(conference.IsPast),
                start => start.ShouldBeGreaterThan(instant - DemoPlan.Back + TimeSpan.FromDays(2)),
                start => (start.UtcTicks % TimeSpan.FromMinutes(5).Ticks).ShouldBe(0),
                start => (conference.Fate == Fate.InSession || Tokyo.DayOf(start) != Holiday).ShouldBeTrue());
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Conferences_AnyDay_BookNoHospitalTwiceButOnPurpose(string now)
    {
        var plan = Plan(now);
        var fixedOnes = plan.Where(conference => !conference.IsLast).ToList();
        var clashes =
            from one in fixedOnes
            from other in fixedOnes
            where !ReferenceEquals(one, other) && one.Start < other.Start.AddMinutes(other.Minutes) && other.Start < one.Start.AddMinutes(one.Minutes)
            where one.Others.Append(one.Host).Intersect(other.Others.Append(other.Host)).Any()
            select (one, other);

        clashes.ShouldBeEmpty();
        foreach (var clashing in plan.Where(conference => conference.Fate is Fate.Clashing or Fate.Waiting))
            fixedOnes.ShouldContain(taken => taken.Host == clashing.Host && taken.Start == clashing.Start);
    }

    private static IReadOnlyList<DemoConference> Plan(string now) => new DemoPlan(Tokyo, Instant(now), Prefectures, new HashSet<DateOnly> { Holiday }).Conferences();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

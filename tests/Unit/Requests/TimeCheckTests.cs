using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Requesting;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class TimeCheckTests
{
    private static readonly Holiday[] Holidays = [new Holiday { Date = new DateOnly(2026, 11, 23), NameJa = "勤労感謝の日", NameEn = "Labor Thanksgiving Day" }];

    [Theory]
    [InlineData("2026-12-10T17:30:00+09:00", "")]
    [InlineData("2026-12-10T07:00:00+09:00", "")]
    [InlineData("2026-12-10T21:00:00+09:00", "")]
    [InlineData("2026-12-12T10:00:00+09:00", "")]
    [InlineData("2026-12-10T03:00:00+09:00", "time_at_night")]
    [InlineData("2026-12-10T21:05:00+09:00", "time_at_night")]
    [InlineData("2026-12-10T23:30:00+09:00", "time_at_night")]
    [InlineData("2026-12-13T10:00:00+09:00", "time_on_holiday")]
    [InlineData("2026-11-23T10:00:00+09:00", "time_on_holiday")]
    [InlineData("2026-12-29T10:00:00+09:00", "time_on_holiday")]
    [InlineData("2027-01-03T02:00:00+09:00", "time_at_night,time_on_holiday")]
    public void Warnings_FixedTime_NameWhatIsUnusual(string start, string expected) =>
        string.Join(',', Warnings(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture)).Select(warning => warning.Code)).ShouldBe(expected);

    [Fact]
    public void Warnings_Window_None() => Warnings(null).ShouldBeEmpty();

    [Fact]
    public void Warnings_Holiday_CarriesItsName() =>
        Warnings(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero)).ShouldHaveSingleItem().Ja.ShouldContain("勤労感謝の日");

    private static IReadOnlyList<Contracts.Remark> Warnings(DateTimeOffset? start) => TimeCheck.Warnings(
        new ConferenceRequest
        {
            Title = "", Kind = ConferenceKind.CancerBoard, HostHospitalId = "H1301", DurationMinutes = 60, Start = start, Participants = [],
        },
        new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")), Holidays);
}

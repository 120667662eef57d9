using System.Text;
using Conference.Contracts.Council;
using Conference.Contracts.Requests;
using Conference.Council;
using Conference.Council.Reports;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Council;

public sealed class ReportTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    [InlineData("2027-01-01", 2026)]
    public void Of_Day_BeginsInApril(string day, int year) =>
        FiscalYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(year);

    [Fact]
    public void Range_Year_IsThatOfTheNetwork() => FiscalYear.Range(2026, Tokyo).ShouldBe(
        (new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(9)), new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(9))));

    [Theory]
    [InlineData("twenty")]
    [InlineData("1999")]
    [InlineData("2100")]
    [InlineData("-2026")]
    [InlineData("99999999999999999999")]
    public void Read_BadYear_SaysSo(string text)
    {
        List<Fault> faults = [];
        FiscalYear.Read(text, new DateOnly(2026, 12, 1), faults);
        faults.ShouldHaveSingleItem().Code.ShouldBe("invalid_fiscal_year");
    }

    [Fact]
    public void Csv_Hospitals_OpensInASpreadsheet()
    {
        var csv = ActivityCsv.Write(ActivityTable.All["hospitals"](Report("がん研, 有明\"病院\"")));

        csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(csv[3..]).ShouldBe(
            "年度,施設ID,施設名,都道府県,主催回数,参加回数,参加者数\r\n2026,H1301,\"がん研, 有明\"\"病院\"\"\",東京都,1,2,3\r\n");
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+81")]
    [InlineData("-1")]
    [InlineData("@SUM")]
    public void Csv_CellThatBeginsLikeAFormula_IsText(string name) =>
        Encoding.UTF8.GetString(ActivityCsv.Write(ActivityTable.All["hospitals"](Report(name)))).ShouldContain($"'{name}");

    [Fact]
    public void Csv_KindsAndProfessions_AreNamed()
    {
        Encoding.UTF8.GetString(ActivityCsv.Write(ActivityTable.All["kinds"](Report("x")))).ShouldContain("2026,joint_cancer_board,合同キャンサーボード,1,3,60\r\n");
        Encoding.UTF8.GetString(ActivityCsv.Write(ActivityTable.All["professions"](Report("x")))).ShouldContain("2026,nurse,看護師,2,1\r\n");
    }

    [Fact]
    public void Names_EveryKindAndProfession_HaveOne()
    {
        Enum.GetValues<ConferenceKind>().Select(kind => kind.Ja()).ShouldBeUnique();
        Enum.GetValues<Profession>().Select(ProfessionNames.Of).ShouldBeUnique();
    }

    private static ActivityReport Report(string name) => new()
    {
        FiscalYear = 2026,
        Conferences = 1,
        Sites = 2,
        Cancelled = 0,
        ByKind = [new ActivityByKind { Kind = ConferenceKind.JointCancerBoard, Conferences = 1, People = 3, Minutes = 60 }],
        ByProfession = [new ActivityByProfession { Profession = Profession.Nurse, Inside = 2, Outside = 1 }],
        ByHospital = [new ActivityByHospital { HospitalId = "H1301", Name = name, Hosted = 1, Attended = 2, People = 3 }],
    };
}

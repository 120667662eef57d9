using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Conference.Contracts.Council;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

/// <summary>A small year, counted by hand.</summary>
public sealed class When_a_year_is_reported : IAsyncLifetime
{
    private static readonly Guid Board = Guid.CreateVersion7();
    private static readonly Guid Palliative = Guid.CreateVersion7();

    private CouncilHost _council = null!;

    public async ValueTask InitializeAsync()
    {
        _council = await CouncilHost.StartAsync();
        await _council.SendAsync(
            // Comes before its conference.
            Said.Record(Board, ("H1301", Profession.Nurse, 4, 1), ("H1301", Profession.Pathologist, 1, 0), ("H1401", Profession.Nurse, 2, 3), ("H1302", Profession.Nurse, 0, 0)),
            Said.Hospital("H1301", "がん研有明病院"),
            Said.Hospital("H1401", "神奈川県立がんセンター"),
            Said.Conference(Board, At(2026, 4, 1, 0), "H1301", ["H1302", "H1401"], state: "Completed", minutes: 90),
            // Not recorded: who accepted counts, who kept silent does not.
            Said.Conference(Palliative, At(2027, 3, 31, 23), "H1302", ["H1301"], state: "AwaitingRecord", kind: ConferenceKind.Palliative, silent: ["H1401"]),
            Said.Conference(Guid.CreateVersion7(), At(2026, 6, 1, 17), "H1301", ["H1302"], state: "Cancelled"),
            Said.Conference(Guid.CreateVersion7(), At(2026, 6, 2, 17), "H1301", ["H1302"], state: "Confirmed"),
            Said.Conference(Guid.CreateVersion7(), At(2026, 3, 31, 23), "H1301", ["H1302"], state: "Completed"),
            Said.Conference(Guid.CreateVersion7(), At(2027, 4, 1, 0), "H1301", ["H1302"], state: "Completed"));
        await _council.UntilAsync(async store =>
            await store.Conferences.CountAsync() == 6 && await store.Records.AnyAsync() && await store.Hospitals.CountAsync() == 2);
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Should_count_the_nation()
    {
        var report = await AskAsync("nation", "?fiscalYear=2026");

        report.Prefecture.ShouldBeNull();
        report.Conferences.ShouldBe(2);
        report.Sites.ShouldBe(4);
        report.Cancelled.ShouldBe(1);
        report.ByKind.ShouldBe(
        [
            new ActivityByKind { Kind = ConferenceKind.JointCancerBoard, Conferences = 1, People = 11, Minutes = 90 },
            new ActivityByKind { Kind = ConferenceKind.Palliative, Conferences = 1, People = 0, Minutes = 60 },
        ]);
        report.ByProfession.ShouldBe(
        [
            new ActivityByProfession { Profession = Profession.Pathologist, Inside = 1, Outside = 0 },
            new ActivityByProfession { Profession = Profession.Nurse, Inside = 6, Outside = 4 },
        ]);
        report.ByHospital.ShouldBe(
        [
            new ActivityByHospital { HospitalId = "H1301", Name = "がん研有明病院", Hosted = 1, Attended = 2, People = 6 },
            new ActivityByHospital { HospitalId = "H1302", Name = "H1302", Hosted = 1, Attended = 1, People = 0 },
            new ActivityByHospital { HospitalId = "H1401", Name = "神奈川県立がんセンター", Hosted = 0, Attended = 1, People = 5 },
        ]);
    }

    [Fact]
    public async Task Should_count_a_prefectures_own_hospitals_only()
    {
        var report = await AskAsync("nation", "?fiscalYear=2026&prefecture=14");

        report.Prefecture.ShouldBe("14");
        report.Sites.ShouldBe(1);
        report.ByProfession.ShouldHaveSingleItem().ShouldBe(new ActivityByProfession { Profession = Profession.Nurse, Inside = 2, Outside = 3 });
        report.ByHospital.ShouldHaveSingleItem().HospitalId.ShouldBe("H1401");
    }

    [Fact]
    public async Task Should_show_a_prefectural_council_its_own_and_no_other()
    {
        (await AskAsync("prefecture:14", "?fiscalYear=2026")).Prefecture.ShouldBe("14");

        using var http = _council.As(Role.CouncilMember, "prefecture:14");
        using var other = await http.GetAsync(new Uri("/api/reports/activity?fiscalYear=2026&prefecture=13", UriKind.Relative));
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_be_a_file_for_a_spreadsheet_when_asked()
    {
        using var http = _council.As(Role.Auditor, "nation");
        http.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/csv"));
        using var answer = await http.GetAsync(new Uri("/api/reports/activity?fiscalYear=2026", UriKind.Relative));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("activity-2026-hospitals.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(bytes).ShouldContain("2026,H1301,がん研有明病院,東京都,1,2,6");
    }

    [Fact]
    public async Task Should_be_a_workbook_of_typed_cells_when_asked()
    {
        using var http = _council.As(Role.Auditor, "nation");
        http.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Workbook.MediaType));
        using var answer = await http.GetAsync(new Uri("/api/reports/activity?fiscalYear=2026", UriKind.Relative));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Workbook.MediaType);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("activity-2026.xlsx");
        await using var file = await answer.Content.ReadAsStreamAsync();
        var sheets = Workbook.Read(file);
        sheets.Keys.ShouldBe(["概要", "施設別", "種別", "職種別"], ignoreOrder: true);
        sheets["概要"].ShouldBe([["年度", "範囲", "開催回数", "接続拠点数", "中止", "参加者数"], ["2026", "全国", "2", "4", "1", "11"]]);
        sheets["施設別"][1].ShouldBe(["2026", "H1301", "がん研有明病院", "東京都", "1", "2", "6"]);
        sheets["職種別"][0].ShouldBe(["年度", "職種コード", "職種", "院内", "院外"]);
        Workbook.Numbers(file, "概要").ShouldBe(["A2", "C2", "D2", "E2", "F2"]);
    }

    [Theory]
    [InlineData("?fiscalYear=26")]
    [InlineData("?fiscalYear=2026&prefecture=東京")]
    [InlineData("?table=secrets")]
    public async Task Should_refuse_what_makes_no_sense(string query)
    {
        using var http = _council.As(Role.Auditor, "nation");
        using var answer = await http.GetAsync(new Uri($"/api/reports/activity{query}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.FromHours(9));

    private async Task<ActivityReport> AskAsync(string scope, string query)
    {
        using var http = _council.As(Role.CouncilMember, scope);
        return (await http.GetFromJsonAsync<ActivityReport>(new Uri($"/api/reports/activity{query}", UriKind.Relative)))!;
    }
}

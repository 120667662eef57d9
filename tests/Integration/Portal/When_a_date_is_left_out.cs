using System.Net;
using System.Text.Json;
using Conference.Contracts.Hospitals;
using Conference.Hospitals;
using Conference.IntegrationTests.Portal.Access;
using Conference.IntegrationTests.Portal.Conferences;
using Conference.Portal;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>A day that is left out, or that no calendar has, is named as what is wrong and never taken for another.</summary>
public sealed class When_a_date_is_left_out
{
    [Theory]
    [InlineData("")]
    [InlineData("0001-01-01")]
    [InlineData("2027-02-30")]
    public async Task Should_ask_for_no_other_time(string day)
    {
        const string told = "開始日時を指定してください。";
        await using var one = await OneConference.StartAsync(OneConference.View(["H1301", "H1302"]));
        one.Writing = HttpStatusCode.BadRequest;
        one.Problem = new { errors = new[] { new { field = "slot.start", code = "missing", detail = told } } };

        using var answer = await one.Browser.SubmitAsync(
            $"/conferences/{OneConference.Id}/reschedule", "reschedule",
            ("Input.Fixed", "true"), ("Input.Day", day), ("Input.Time", "17:30"), ("Input.From", "2027-02-01"), ("Input.To", "2027-02-10"), ("Input.Minutes", "60"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        one.Sent.ShouldHaveSingleItem().GetProperty("slot").GetProperty("start").ValueKind.ShouldBe(JsonValueKind.Null);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain($"reschedule#day\">{told}");
        page.ShouldContain("type=\"date\" required name=\"Input.Day\"");
    }

    [Fact]
    public async Task Should_ask_for_no_other_days()
    {
        await using var one = await OneConference.StartAsync(OneConference.View(["H1301", "H1302"]));

        using var answer = await one.Browser.SubmitAsync(
            $"/conferences/{OneConference.Id}/reschedule", "reschedule",
            ("Input.Fixed", "false"), ("Input.Day", ""), ("Input.Time", ""), ("Input.From", "2027-02-01"), ("Input.To", ""), ("Input.Minutes", "60"));

        one.Sent.ShouldHaveSingleItem().GetProperty("window").GetRawText().ShouldBe("""{"from":"2027-02-01","to":null}""");
    }

    [Theory]
    [InlineData("", "10:00")]
    [InlineData("2026-11-20", "")]
    [InlineData("0001-01-01", "00:00")]
    public async Task Should_record_no_connection_test(string day, string time)
    {
        await using var portal = await PortalHost.StartAsync(null, ["--Hospitals:ImportAtStart=false"], new HospitalsModule(), new PortalModule());
        using var program = await portal.NewAdminAsync();
        using var hospitalMade = await program.PostJsonAsync("/api/hospitals", new { hospitalId = "H1391", nameJa = "接続病院", kind = "regional", designatedFrom = "2020-04-01" });
        using var siteMade = await program.PostJsonAsync("/api/hospitals/H1391/sites", new { name = "会議室", protocol = "sip", address = "sip:room@example.jp", ports = 1 });
        using var browser = portal.NewBrowser();
        using var signedIn = await browser.SubmitAsync("/signin", "token", ("Token", await File.ReadAllTextAsync(portal.AdminTokenFile)));

        using var answer = await browser.SubmitAsync("/hospitals/H1391/sites/H1391-1/test", "test", ("Input.Day", day), ("Input.Time", time), ("Input.Passed", "true"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("接続テストを行った日付と時刻を入力してください。");
        page.ShouldContain("type=\"date\" name=\"Input.Day\" required");
        using var hospital = await program.JsonAsync("/api/hospitals/H1391");
        var site = hospital.RootElement.GetProperty("sites")[0].Deserialize<SiteView>(JsonSerializerOptions.Web)!;
        site.LastTest.ShouldBeNull();
    }
}

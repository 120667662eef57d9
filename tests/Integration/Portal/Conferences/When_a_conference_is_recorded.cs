using System.Net;
using System.Text.RegularExpressions;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Conferences;

/// <summary>The page on which somebody enters who took part, without script.</summary>
public sealed partial class When_a_conference_is_recorded
{
    private static readonly string Page = $"/conferences/{OneConference.Id}/record";
    private static readonly string Recorded = $"/conferences/{OneConference.Id}?done=record";

    [Fact]
    public async Task Should_take_the_record_of_sixty_hospitals()
    {
        var hospitals = Enumerable.Range(1, 60).Select(number => $"H99{number:00}").ToArray();
        await using var one = await OneConference.StartAsync(OneConference.View(hospitals));

        var shown = Fields(await one.Browser.ReadAsync(Page));
        shown.Count.ShouldBe((60 * 15 * 2) + 1);
        using var answer = await one.Browser.SubmitAsync(Page, "record", [.. shown.Select(field => (field.Key, field.Key == "Minutes" ? "" : "2"))]);

        answer.Headers.Location?.ToString().ShouldEndWith(Recorded);
        var sent = one.Sent.ShouldHaveSingleItem().GetProperty("attendance").EnumerateArray().ToList();
        sent.Count.ShouldBe(60 * 15);
        sent.Select(line => line.GetProperty("hospitalId").GetString()).Distinct().ShouldBe(hospitals);
    }

    [Fact]
    public async Task Should_keep_the_lines_of_a_hospital_that_declined_and_clear_the_minutes()
    {
        await using var one = await OneConference.StartAsync(OneConference.View(
            ["H1301", "H1302", "H1303"], "H1303", [Line("H1301", Profession.Nurse, 3, 1), Line("H1303", Profession.Pathologist, 2, 0)], "方針を共有した。"));

        var shown = Fields(await one.Browser.ReadAsync(Page));
        shown["Minutes"].ShouldBe("方針を共有した。");
        shown["Minutes"] = "";
        shown["People[H1301.nurse.in]"] = "4";
        using var answer = await one.Browser.SubmitAsync(Page, "record", All(shown));

        answer.Headers.Location?.ToString().ShouldEndWith(Recorded);
        var sent = one.Sent.ShouldHaveSingleItem();
        sent.GetProperty("minutes").GetString().ShouldBe("");
        sent.GetProperty("attendance").EnumerateArray().Select(line => line.GetRawText()).ShouldBe(
        [
            """{"hospitalId":"H1301","profession":"nurse","inside":4,"outside":1}""",
            """{"hospitalId":"H1303","profession":"pathologist","inside":2,"outside":0}""",
        ]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, HttpStatusCode.BadRequest, "院外の人数は 0〜10000 で指定してください。")]
    [InlineData(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "サービスが応答しません")]
    [InlineData(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, "サービスが応答しません")]
    public async Task Should_show_what_was_entered_when_it_could_not_be_kept(HttpStatusCode reading, HttpStatusCode writing, string told)
    {
        await using var one = await OneConference.StartAsync(OneConference.View(["H1301", "H1302"]));
        var filled = Fields(await one.Browser.ReadAsync(Page));
        filled["People[H1301.nurse.in]"] = "3";
        filled["People[H1302.clerk.out]"] = "90000";
        filled["Minutes"] = "次回は画像を先に送る。";
        one.Writing = writing;
        one.Problem = writing == HttpStatusCode.BadRequest
            ? new { errors = new[] { new { field = "attendance[1].outside", code = "out_of_range", detail = told } } }
            : null;

        using var answer = await one.Browser.SubmitAsync(Page, "record", () => one.Reading = reading, All(filled));

        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(told);
        if (writing == HttpStatusCode.BadRequest)
            page.ShouldContain("#H1302-clerk-out\"");
        Fields(page).Where(field => field.Value.Length > 0).ShouldBe(filled.Where(field => field.Value.Length > 0), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "出席した人数を 1 つ以上入力してください。")]
    [InlineData("三人", "H1301（看護師）の人数は数字で入力してください。")]
    public async Task Should_say_what_is_missing_before_anything_is_sent(string entered, string told)
    {
        await using var one = await OneConference.StartAsync(OneConference.View(["H1301", "H1302"]));

        using var answer = await one.Browser.SubmitAsync(Page, "record", ("People[H1301.nurse.in]", entered));

        (await answer.Content.ReadAsStringAsync()).ShouldContain(told);
        one.Sent.ShouldBeEmpty();
    }

    private static (string Name, string Value)[] All(Dictionary<string, string> fields) => [.. fields.Select(field => (field.Key, field.Value))];

    private static Dictionary<string, string> Fields(string page)
    {
        var fields = Inputs().Matches(page).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        fields["Minutes"] = WebUtility.HtmlDecode(Minutes().Match(page).Groups[1].Value);
        return fields;
    }

    private static AttendanceEntry Line(string hospital, Profession profession, int inside, int outside) =>
        new() { HospitalId = hospital, Profession = profession, Inside = inside, Outside = outside };

    [GeneratedRegex("<input type=\"number\"[^>]* name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Minutes();
}

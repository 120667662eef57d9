using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>Each wrong thing that can be sent to the running process gets its own clear answer, and nothing comes of it.</summary>
public sealed class When_input_is_bad(RunningProduct running) : IClassFixture<RunningProduct>
{
    private readonly ProductProcess _product = running.Product;

    public static TheoryData<string, string, string, string> WrongFields => new()
    {
        { "hostHospitalId", "\"H9999\"", "hostHospitalId", "unknown_hospital" },
        { "participants", """[{ "hospitalId": "H9999", "required": true }]""", "participants[0].hospitalId", "unknown_hospital" },
        { "participants", "[]", "participants", "no_participants" },
        { "participants", """[{ "hospitalId": "H1302" }, { "hospitalId": "H1302" }]""", "participants[1].hospitalId", "duplicate_participant" },
        { "participants", "[null]", "participants[0].hospitalId", "missing" },
        { "window", """{ "from": "2020-01-06", "to": "2020-01-31" }""", "window.to", "window_in_past" },
        { "window", """{ "from": "2027-02-31", "to": "2027-03-01" }""", "window.from", "invalid_date" },
        { "durationMinutes", "0", "durationMinutes", "duration_out_of_range" },
        { "durationMinutes", "1200", "durationMinutes", "duration_out_of_range" },
        { "durationMinutes", "\"long\"", "durationMinutes", "unreadable_value" },
        { "durationMinutes", "99999999999", "durationMinutes", "unreadable_value" },
        { "kind", "\"tea_party\"", "kind", "unknown_code" },
        { "kind", "7", "kind", "unreadable_value" },
        { "title", $"\"{new string('会', 100_000)}\"", "title", "title_too_long" },
        { "title", "\"一\\u0000二\"", "title", "title_unprintable" },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Should_name_the_field_of_a_request_in_the_readers_language(string property, string json, string field, string code)
    {
        var before = await ConferencesAsync();
        var body = JsonSerializer.SerializeToNode(ConferenceBodies.Window("H1301", ["H1302"], ConferenceBodies.Today.AddDays(10), ConferenceBodies.Today.AddDays(30)))!.AsObject();
        body[property] = JsonNode.Parse(json);

        await ShouldBeRefusedAsync(() => Json(body.ToJsonString()), "/api/conferences", HttpStatusCode.BadRequest, field, code);
        (await ConferencesAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("{ \"title\": ", "malformed_json")]
    [InlineData("[]", "malformed_json")]
    [InlineData("", "unreadable_request")]
    public async Task Should_say_that_a_body_cannot_be_read(string body, string code)
    {
        var before = await ConferencesAsync();
        await ShouldBeRefusedAsync(() => Json(body), "/api/conferences", HttpStatusCode.BadRequest, "", code);
        (await ConferencesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_refuse_a_host_out_of_the_callers_scope()
    {
        var before = await ConferencesAsync();
        using var made = await _product.Http.PostJsonAsync("/api/tokens", new { name = "試験", role = "hospital_coordinator", scope = "hospital:H1302" });
        using var token = await made.JsonAsync();
        var body = ConferenceBodies.Window("H1301", ["H1302"], ConferenceBodies.Today.AddDays(10), ConferenceBodies.Today.AddDays(30));

        await ShouldBeRefusedAsync(() => JsonContent.Create(body), "/api/conferences", HttpStatusCode.Forbidden, "hostHospitalId", "host_out_of_scope", token.RootElement.Text("token"));
        (await ConferencesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_keep_good_rows_of_a_registry_file_and_report_broken_ones_by_row()
    {
        const string file = "id,jis_pref,kind,name_ja,official_name_ja,official_name_kana,name_en,area2_name,address,website,beds_total\n"
            + "H0191,01,regional,試験病院,,,,,,,\nH0292,03,regional,県ちがい,,,,,,,\nbad,01,tea_house,,,,,,,,\n\"H0193,01,regional\n";
        using var first = await ImportAsync(file);
        using var again = await ImportAsync(file);

        Counts(first.RootElement).ShouldBe((4, 1, 0));
        first.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct().ShouldBe([3, 4, 5]);
        Counts(again.RootElement).ShouldBe((4, 0, 1));
        await ShouldBeRefusedAsync(() => new StringContent("id,name\nH1,x\n", Encoding.UTF8, "text/csv"), "/api/hospitals/import", HttpStatusCode.BadRequest, "jis_pref", "missing_column");
    }

    [Fact]
    public async Task Should_warn_of_a_name_in_a_title_and_know_no_tampered_link()
    {
        var body = JsonSerializer.SerializeToNode(ConferenceBodies.Window("H1301", ["H1302"], ConferenceBodies.Today.AddDays(10), ConferenceBodies.Today.AddDays(30)))!.AsObject();
        body["title"] = "山田太郎様 症例検討";
        using var answer = await _product.Http.PostAsync(new Uri("/api/conferences", UriKind.Relative), Json(body.ToJsonString()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var accepted = await answer.JsonAsync();
        accepted.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")).ShouldBe(["title_names_person"]);

        var number = accepted.RootElement.Text("number");
        await _product.UntilAsync(() => Task.FromResult(MainJobSteps.MailsOf(_product, number).Count == 2), "two invitations");
        var mail = MainJobSteps.MailsOf(_product, number)[0];
        mail.ToString().ShouldNotContain("山田");
        var link = mail.TextBody!.Split('\n').Single(line => line.Contains("/rsvp/", StringComparison.Ordinal)).Trim();
        var token = link[(link.LastIndexOf('/') + 1)..];
        var tampered = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        await ShouldBeRefusedAsync(() => Json("""{ "answer": "accepted", "revision": 1 }"""), $"/api/answers/{tampered}", HttpStatusCode.NotFound, "token", "link_invalid");
    }

    [Theory]
    [InlineData("膵がん 患者番号 1234567 の検討", "title_has_number")]
    [InlineData("膵がん １２３４５ の検討", "title_has_number")]
    [InlineData("膵がん 72歳 の検討", "title_has_age")]
    [InlineData("2026年11月3日 受診例の検討", "title_has_date")]
    public async Task Should_warn_of_what_may_be_a_patient_and_keep_it_out_of_lists(string title, string code)
    {
        var body = JsonSerializer.SerializeToNode(ConferenceBodies.Window("H1308", ["H1309"], ConferenceBodies.Today.AddDays(10), ConferenceBodies.Today.AddDays(60)))!.AsObject();
        body["title"] = title;
        using var answer = await _product.Http.PostAsync(new Uri("/api/conferences", UriKind.Relative), Json(body.ToJsonString()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var accepted = await answer.JsonAsync();

        var warning = accepted.RootElement.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        warning.Text("code").ShouldBe(code);
        warning.Text("ja").ShouldContain("会議名");
        using var page = await _product.Http.JsonAsync($"/api/conferences?number={accepted.RootElement.Text("number")}");
        page.RootElement.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().Text("title").ShouldBe("合同キャンサーボード");
    }

    [Theory]
    [InlineData("Network:TimeZone", "Mars/Base")]
    [InlineData("Mail:Smtp", "ftp://x")]
    [InlineData("Bus:RabbitMq", "http://x")]
    [InlineData("Requests:ReplyHour", "25")]
    public async Task Should_not_start_with_a_wrong_setting_and_name_it(string setting, string value)
    {
        var (code, output) = await ProductProcess.RunToEndAsync(ProductProcess.FreshDataPath(), $"--{setting}={value}");

        code.ShouldBe(2, output);
        output.ShouldContain(setting);
    }

    private static (int Rows, int Added, int Unchanged) Counts(JsonElement result) =>
        (result.GetProperty("rows").GetInt32(), result.GetProperty("added").GetInt32(), result.GetProperty("unchanged").GetInt32());

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task ShouldBeRefusedAsync(Func<HttpContent> body, string path, HttpStatusCode status, string field, string code, string? token = null)
    {
        var japanese = await RefusalAsync(body(), path, status, null, token);
        var english = await RefusalAsync(body(), path, status, "en", token);

        foreach (var problem in new[] { japanese, english })
        {
            (problem.Text("code"), problem.Text("field")).ShouldBe((code, field));
            problem.GetProperty("errors").EnumerateArray().ShouldContain(error => error.Text("code") == code && error.Text("field") == field);
        }

        japanese.Text("detail").ShouldContain(letter => letter >= '\u3040' && letter <= '\u9fff');
        english.Text("detail").ShouldAllBe(letter => letter < '\u3040');
    }

    private async Task<JsonElement> RefusalAsync(HttpContent body, string path, HttpStatusCode status, string? language, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _product.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.Clone();
    }

    private async Task<JsonDocument> ImportAsync(string file)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var answer = await _product.Http.PostAsync(new Uri("/api/hospitals/import", UriKind.Relative), content);
        return await answer.JsonAsync();
    }

    private async Task<int> ConferencesAsync()
    {
        using var page = await _product.Http.JsonAsync("/api/conferences?pageSize=1");
        return page.RootElement.GetProperty("total").GetInt32();
    }
}

/// <summary>One process for all the tests of a class.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    public ProductProcess Product { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Product = await ProductProcess.StartAsync();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals;
using Conference.IntegrationTests.Portal.Access;
using Conference.Portal;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Hospitals;

/// <summary>Plain forms, without script, as a national coordinator fills them.</summary>
public sealed class When_the_register_is_kept_in_the_browser : IAsyncLifetime
{
    private const string Header = "id,jis_pref,kind,name_ja,official_name_ja,official_name_kana,name_en,area2_name,address,website,beds_total\n";

    private PortalHost _host = null!;
    private Browser _browser = null!;
    private HttpClient _api = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await PortalHost.StartAsync(null, ["--Hospitals:ImportAtStart=false"], new HospitalsModule(), new PortalModule());
        _browser = _host.NewBrowser();
        _api = await _host.NewAdminAsync();
        await _browser.SubmitAsync("/signin", "token", ("Token", await File.ReadAllTextAsync(_host.AdminTokenFile)));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _api.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Should_register_change_and_withdraw_a_hospital_and_keep_its_history()
    {
        using var registered = await _browser.SubmitAsync(
            "/hospitals/new", "new-hospital", ("Input.HospitalId", "h1390"), ("Input.NameJa", "みなと病院"), ("Input.Kind", "community"), ("Input.DesignatedFrom", "2024-04-01"));
        To(registered).ShouldBe("/hospitals/H1390?saved=true");
        (await _browser.ReadAsync("/hospitals")).ShouldContain("みなと病院");

        using var changed = await _browser.SubmitAsync(
            "/hospitals/H1390/change", "hospital", ("Input.NameJa", "みなと医療センター"), ("Input.Kind", "regional"), ("Input.DesignatedFrom", "2025-04-01"), ("Input.Beds", "412"));
        To(changed).ShouldBe("/hospitals/H1390?saved=true");
        var page = await _browser.ReadAsync("/hospitals/H1390");
        page.ShouldContain("指定の履歴");
        page.ShouldContain("2024年4月1日（月） – 2025年3月31日（月）");
        page.ShouldContain("みなと病院");

        using var withdrawn = await _browser.SubmitAsync("/hospitals/H1390/withdraw", "withdraw");
        To(withdrawn).ShouldBe("/hospitals/H1390?saved=true");
        (await _api.GetFromJsonAsync<HospitalView>("/api/hospitals/H1390", Stop))!.ShouldSatisfyAllConditions(
            hospital => hospital.Withdrawn.ShouldBeTrue(), hospital => hospital.Beds.ShouldBe(412), hospital => hospital.History.Count.ShouldBe(2));
        (await _browser.ReadAsync("/hospitals")).ShouldNotContain("みなと医療センター");
        (await _browser.ReadAsync("/hospitals?withdrawn=true")).ShouldContain("みなと医療センター");
    }

    [Fact]
    public async Task Should_say_beside_the_field_what_is_wrong_and_keep_what_was_entered()
    {
        using var answer = await _browser.SubmitAsync(
            "/hospitals/new", "new-hospital", ("Input.HospitalId", "H9901"), ("Input.NameJa", " "), ("Input.Kind", "regional"), ("Input.Beds", "many"),
            ("Input.DesignatedFrom", "tomorrow"), ("Input.Website", "javascript:alert(1)"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        foreach (var expected in new[] { "施設コードは H、", "名称を入力してください。", "病床数は 0 から", "指定日は 1990 年から", "ウェブサイトは http または https", "value=\"H9901\"", "value=\"many\"" })
            page.ShouldContain(expected);
        (await _api.GetFromJsonAsync<Page<HospitalListItem>>("/api/hospitals", Stop))!.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Should_add_a_site_with_the_address_that_its_protocol_writes()
    {
        await RegisterAsync("H1391");
        using var refused = await _browser.SubmitAsync(
            "/hospitals/H1391/sites/new", "new-site", ("Input.Name", "手術室"), ("Input.Protocol", "sip"), ("Input.Address", "not an address"), ("Input.Ports", "x"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        page.ShouldContain("接続先は sip:room@example.jp のような");
        page.ShouldContain("使用ポート数は 1 から 8");

        using var added = await _browser.SubmitAsync(
            "/hospitals/H1391/sites/new", "new-site", ("Input.Name", "手術室"), ("Input.Protocol", "sip"), ("Input.Address", "sip:or@hospital.example"), ("Input.Ports", "2"), ("Input.Active", "true"));
        To(added).ShouldBe("/hospitals/H1391?saved=true");
        var site = (await _api.GetFromJsonAsync<HospitalView>("/api/hospitals/H1391", Stop))!.Sites[1].Site;
        (site.SiteId, site.Address, site.Ports, site.Active).ShouldBe(("H1391-2", "sip:or@hospital.example", 2, true));
    }

    [Fact]
    public async Task Should_take_the_good_rows_of_a_file_and_say_what_is_wrong_with_the_others_by_line()
    {
        await RegisterAsync("H1392");
        var file = Encoding.UTF8.GetBytes(Header + "H1393,13,regional,あおば病院,,,Aoba,,,,300\nH1394,12,regional,ちがう県,,,,,,,\nH1395,13,tea,,,,,,,,\nH1393,13,regional,二度目,,,,,,,\n");

        using var answer = await _browser.UploadAsync("/hospitals/import", "import", "File", file, ("AsOf", "2026-04-01"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        foreach (var expected in new[]
        {
            "1 行を取り込み、3 行を取り込めませんでした", "追加 1 施設、変更 0 施設、変更なし 0 施設", "3 行目", "都道府県コードが施設コード H1394 と一致しません",
            "4 行目", "施設名がありません", "指定の種類が不明です", "H1393 は 2 行目にもあります", "ファイルにない施設（1 施設）",
        })
            page.ShouldContain(expected);
        using var english = await _browser.UploadAsync("/hospitals/import?lang=en", "import", "File", file);
        WebUtility.HtmlDecode(await english.Content.ReadAsStringAsync(Stop)).ShouldContain("H1393 is also in line 2. Remove one of the two.");
        (await _api.GetFromJsonAsync<HospitalView>("/api/hospitals/H1393", Stop))!.NameJa.ShouldBe("あおば病院");
    }

    [Fact]
    public async Task Should_refuse_what_is_no_registry_file()
    {
        using var shiftJis = await _browser.UploadAsync("/hospitals/import", "import", "File", [0x8e, 0x7b, 0x90, 0xdd]);
        WebUtility.HtmlDecode(await shiftJis.Content.ReadAsStringAsync(Stop)).ShouldContain("UTF-8 で保存し直してください");
        using var none = await _browser.UploadAsync("/hospitals/import", "import", "Another", []);
        WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Stop)).ShouldContain("CSV ファイルを選んでください");
    }

    [Fact]
    public async Task Should_add_the_gazetted_days_and_remove_one_and_leave_the_others()
    {
        using var first = await _browser.SubmitAsync("/hospitals/holidays", "add", ("Days", "2028/1/1,元日\r\n２０２８年２月１１日、建国記念の日\r\n"));
        To(first).ShouldBe("/hospitals/holidays?year=2028&saved=true");
        using var second = await _browser.SubmitAsync("/hospitals/holidays", "add", ("Days", "2028-01-01,元日,New Year's Day\n2029-01-01,元日"));
        using var wrong = await _browser.SubmitAsync("/hospitals/holidays", "add", ("Days", "2028/5/3,憲法記念日\n2028/2/30,なし\nなし"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        page.ShouldContain("2 行目を読み取れません");
        page.ShouldContain("3 行目を読み取れません");
        using var removed = await _browser.SubmitAsync("/hospitals/holidays?year=2028", "remove-20280211");

        To(removed).ShouldBe("/hospitals/holidays?year=2028&saved=true");
        (await _api.GetFromJsonAsync<Page<Holiday>>("/api/holidays", Stop))!.Items.Select(day => (day.Date.Year, day.NameEn)).ShouldBe([(2028, "New Year's Day"), (2029, "元日")]);
    }

    [Fact]
    public async Task Should_offer_nothing_to_those_who_do_not_keep_the_register()
    {
        await RegisterAsync("H1396");
        using var invited = await _api.PostAsJsonAsync("/api/tokens", new { name = "施設", role = "hospital_coordinator", scope = "hospital:H1396" }, Stop);
        var token = (await invited.Content.ReadFromJsonAsync<Dictionary<string, object>>(Stop))!["token"].ToString()!;
        using var hospital = _host.NewBrowser();
        await hospital.SubmitAsync("/signin", "token", ("Token", token));

        (await hospital.ReadAsync("/hospitals")).ShouldNotContain("/hospitals/import");
        var page = await hospital.ReadAsync("/hospitals/H1396");
        page.ShouldContain("/hospitals/H1396/sites/new");
        page.ShouldNotContain("/hospitals/H1396/withdraw");
        (await hospital.ReadAsync("/hospitals/holidays")).ShouldNotContain("textarea");
        using var refused = await hospital.GetAsync("/hospitals/import");
        refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
    }

    private async Task RegisterAsync(string hospitalId)
    {
        using var made = await _api.PostAsJsonAsync("/api/hospitals", new { hospitalId, nameJa = "試験病院", kind = "regional" }, Stop);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private string To(HttpResponseMessage answer) => answer.Headers.Location is { } location ? new Uri(_host.Url, location).PathAndQuery : $"{answer.StatusCode}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Hospitals;

public sealed class When_the_register_is_kept : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private HospitalsHost _host = null!;
    private HttpClient _national = null!;

    [Fact]
    public async Task Should_register_change_and_withdraw_a_hospital_and_tell_everybody_with_growing_versions()
    {
        await _host.RegisterAsync("H1390");
        using var changed = await _national.PutAsJsonAsync("/api/hospitals/H1390", new { nameJa = "新しい名前", kind = "community", designatedFrom = "2025-04-01" }, Stop);
        using var withdrawn = await _national.PostAsync("/api/hospitals/H1390/withdraw", null, Stop);
        using var again = await _national.PostAsync("/api/hospitals/H1390/withdraw", null, Stop);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        var view = await again.Content.ReadFromJsonAsync<HospitalView>(Stop);
        view!.Withdrawn.ShouldBeTrue();
        view.History.Select(designation => designation.Kind).ShouldBe([HospitalKind.Community, HospitalKind.Regional]);
        view.Contacts.ShouldHaveSingleItem().Email.ShouldEndWith(".example");
        view.Sites.ShouldHaveSingleItem().Site.SiteId.ShouldBe("H1390-1");
        await HospitalsHost.UntilAsync(() => _host.Heard.Of<HospitalChanged>().Count == 3);
        _host.Heard.Of<HospitalChanged>().OrderBy(message => message.Version).Select(message => (message.Version, message.Withdrawn)).ShouldBe([(1, false), (2, false), (3, true)]);
    }

    [Fact]
    public async Task Should_keep_the_professions_that_a_hospital_can_bring_and_tell_everybody()
    {
        await _host.RegisterAsync("H1397");
        using var hospital = _host.As(Role.HospitalCoordinator, "hospital:H1397");
        using var other = _host.As(Role.HospitalCoordinator, "hospital:H1398");
        var path = "/api/hospitals/H1397/professions";
        object Entry(string profession, params string[] days) => new { professions = new[] { new { profession, days } } };

        (await other.PutAsJsonAsync(path, Entry("pathologist", "mon"), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var refused = await hospital.PutAsJsonAsync(path, new { professions = new object[] { new { profession = "poet", days = new[] { "someday" } }, new { profession = "nurse" } } }, Stop);
        HospitalsHost.FieldsOf(await HospitalsHost.ReadAsync(refused)).ShouldBe(["professions[0].profession", "professions[0].days[0]", "professions[1].days"], ignoreOrder: true);
        using var kept = await hospital.PutAsJsonAsync(path, Entry("pathologist", "thu", "mon", "mon"), Stop);

        (await kept.Content.ReadFromJsonAsync<HospitalView>(Stop))!.Professions.ShouldHaveSingleItem().Days.ShouldBe([Weekday.Mon, Weekday.Thu]);
        await HospitalsHost.UntilAsync(() => _host.Heard.Of<HospitalChanged>().Any(changed => changed.Professions is [{ Profession: Profession.Pathologist }]));
    }

    [Fact]
    public async Task Should_answer_all_faults_of_an_entry_at_once()
    {
        using var response = await _national.PostAsJsonAsync(
            "/api/hospitals", new { hospitalId = "X1", nameJa = new string('名', 100_000), kind = "clinic", website = "ftp://x", beds = -1 }, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        HospitalsHost.FieldsOf(await HospitalsHost.ReadAsync(response)).ShouldBe(["hospitalId", "nameJa", "kind", "website", "beds"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_keep_sites_contacts_closures_tests_and_tell_each()
    {
        await _host.RegisterAsync("H1391");
        using var hospital = _host.As(Role.HospitalCoordinator, "hospital:H1391");
        using var site = await hospital.PostAsJsonAsync("/api/hospitals/H1391/sites", new { name = "第2会場", protocol = "sip", address = "sip:room2@example.jp", ports = 2 }, Stop);
        using var contacts = await hospital.PutAsJsonAsync(
            "/api/hospitals/H1391/contacts", new[] { new { name = "地域連携室", email = "renkei@example.jp", role = "coordinator", language = "en" } }, Stop);
        using var closures = await hospital.PutAsJsonAsync("/api/sites/H1391-1/closures", new
        {
            closures = new[] { new { from = "2026-12-10T09:00:00+09:00", to = "2026-12-10T12:00:00+09:00", reason = "工事" } },
            weekly = new[] { new { day = "mon", from = "17:00", to = "00:00", reason = "会議" } },
            closedOnHolidays = true,
        }, Stop);
        using var test = await hospital.PostAsJsonAsync("/api/sites/H1391-2/connection-tests", new { passed = true }, Stop);

        new[] { site.StatusCode, contacts.StatusCode, closures.StatusCode, test.StatusCode }
            .ShouldBe([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created]);
        await HospitalsHost.UntilAsync(() => _host.Heard.Messages.Count == 6);
        _host.Heard.Of<HospitalChanged>().MaxBy(message => message.Version)!.Sites.Select(known => (known.SiteId, known.Ports)).ShouldBe([("H1391-1", 1), ("H1391-2", 2)]);
        _host.Heard.Of<HospitalContactsChanged>().MaxBy(message => message.Version)!.Contacts.ShouldHaveSingleItem().Role.ShouldBe(ContactRole.Coordinator);
        _host.Heard.Of<SiteClosuresChanged>().ShouldHaveSingleItem().Weekly.ShouldHaveSingleItem().To.ShouldBe(TimeOnly.MinValue);
        var recorded = _host.Heard.Of<ConnectionTestRecorded>().ShouldHaveSingleItem();
        (recorded.ValidUntil - recorded.TestedAt).ShouldBe(TimeSpan.FromDays(365));
        var view = await hospital.GetFromJsonAsync<HospitalView>("/api/hospitals/H1391", Stop);
        view!.Sites[1].LastTest!.TestId.ShouldBe(recorded.TestId);
    }

    [Theory]
    [InlineData("PUT", "/api/hospitals/H1392/contacts", """[{"name":"","email":"x","role":"boss","language":"de","contactId":"0198c8f0-0000-7000-8000-000000000000"}]""", 5)]
    [InlineData("PUT", "/api/hospitals/H1392/contacts", """[{"name":"a","email":"a\r\nBcc: b@example.jp","role":"coordinator"}]""", 1)]
    [InlineData("PUT", "/api/sites/H1392-1", """{"name":"x","protocol":"url","address":"javascript:alert(1)","ports":9}""", 2)]
    [InlineData("PUT", "/api/sites/H1392-1/closures", """{"closures":[{"from":"2026-12-10T09:00:00Z","to":"2026-12-10T09:00:00Z"}],"weekly":[{"day":"someday"}]}""", 6)]
    [InlineData("PUT", "/api/sites/H1392-1/closures", """{"closures":[{"from":"2026-12-10T09:00:00","to":"2026-12-10T12:00:00+09:00","reason":"x"}]}""", 1)]
    [InlineData("GET", "/api/hospitals?q=%EF%BF%BE&page=0", "", 1)]
    [InlineData("POST", "/api/sites/H1392-1/connection-tests", """{"testedAt":"2099-01-01T00:00:00Z"}""", 2)]
    [InlineData("PUT", "/api/holidays", """[{"date":"2027-01-01","nameJa":"元日"},{"date":"2027-01-01","nameJa":""},null]""", 4)]
    [InlineData("GET", "/api/hospitals?prefecture=48&kind=clinic&page=0&pageSize=1001", "", 4)]
    [InlineData("PUT", "/api/holidays", """{"date":""", 1)]
    public async Task Should_refuse_bad_input_with_every_fault(string method, string path, string body, int faults)
    {
        await _host.RegisterAsync("H1392");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _national.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        HospitalsHost.FieldsOf(await HospitalsHost.ReadAsync(response)).Count().ShouldBe(faults);
    }

    [Fact]
    public async Task Should_let_a_hospital_change_only_itself_and_see_only_its_own_contacts()
    {
        await _host.RegisterAsync("H1393");
        await _host.RegisterAsync("H1493");
        using var hospital = _host.As(Role.HospitalCoordinator, "hospital:H1393");
        using var prefecture = _host.As(Role.PrefecturalCoordinator, "prefecture:13");
        using var council = _host.As(Role.CouncilMember, "nation");
        var entry = new { name = "別の部屋", protocol = "url" };

        (await hospital.PutAsJsonAsync("/api/sites/H1393-1", entry, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hospital.PutAsJsonAsync("/api/sites/H1493-1", entry, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await prefecture.PutAsJsonAsync("/api/sites/H1393-1", entry, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await prefecture.PutAsJsonAsync("/api/sites/H1493-1", entry, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await prefecture.PostAsync("/api/hospitals/H1393/withdraw", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await hospital.PutAsJsonAsync("/api/sites/H9999-1", entry, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hospital.GetFromJsonAsync<HospitalView>("/api/hospitals/H1393", Stop))!.Contacts.ShouldNotBeEmpty();
        (await hospital.GetFromJsonAsync<HospitalView>("/api/hospitals/H1493", Stop))!.Contacts.ShouldBeEmpty();
        (await council.GetFromJsonAsync<HospitalView>("/api/hospitals/H1393", Stop))!.Contacts.ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync()
    {
        _host = await HospitalsHost.StartAsync(_folder);
        _national = _host.National();
    }

    public async ValueTask DisposeAsync()
    {
        _national.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

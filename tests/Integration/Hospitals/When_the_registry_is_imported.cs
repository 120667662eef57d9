using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Registry;
using Conference.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Hospitals;

public sealed class When_the_registry_is_imported : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Should_fill_an_empty_register_once_tell_everybody_and_say_it_all_again_when_asked()
    {
        await using (var host = await HospitalsHost.StartAsync(_folder, import: true))
        {
            await HospitalsHost.UntilAsync(() => host.Heard.Messages.Count == 905);
            host.Heard.Of<HolidaysChanged>().ShouldHaveSingleItem().Holidays.Count.ShouldBe(75);
            using var national = host.National();
            var found = await national.GetFromJsonAsync<Page<HospitalListItem>>("/api/hospitals?prefecture=13&q=こまごめ", Stop);
            found!.Items.ShouldHaveSingleItem().HospitalId.ShouldBe("H1302");

            await host.PublishAsync(new RepublishHospitals { RequestedBy = "test" });
            await HospitalsHost.UntilAsync(() => host.Heard.Messages.Count == 1810);
            host.Heard.Of<HospitalChanged>().GroupBy(message => (message.HospitalId, message.Version)).ShouldAllBe(twice => twice.Count() == 2);
        }

        await using var restarted = await HospitalsHost.StartAsync(_folder, import: true);
        using var again = restarted.National();
        using var response = await again.PostAsync("/api/hospitals/import", HospitalsHost.Csv(System.Text.Encoding.UTF8.GetString(ShippedData.Hospitals())), Stop);
        var result = (await response.Content.ReadFromJsonAsync<RegistryImportResult>(Stop))!;
        (result.Rows, result.Added, result.Changed, result.Unchanged, result.Errors.Count).ShouldBe((452, 0, 0, 452, 0));
        restarted.Heard.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_good_rows_report_broken_ones_and_leave_what_people_entered()
    {
        const string Header = "id,jis_pref,kind,name_ja,official_name_ja,official_name_kana,name_en,area2_name,address,website,beds_total\n";
        await using var host = await HospitalsHost.StartAsync(_folder);
        await host.RegisterAsync("H4790");
        using var national = host.National();
        await national.PutAsJsonAsync("/api/hospitals/H4790/contacts", new[] { new { name = "窓口", email = "desk@example.jp", role = "site_contact" } }, Stop);

        using var first = await national.PostAsync(
            "/api/hospitals/import?asOf=2024-04-01",
            HospitalsHost.Csv(Header + "H0190,01,regional,一,,,,,,,\nH0290,03,regional,二,,,,,,,\nH4790,47,community,沖縄の病院,,,,,,,\n"), Stop);
        using var second = await national.PostAsync(
            "/api/hospitals/import?asOf=2025-04-01", HospitalsHost.Csv(Header + "H0190,01,prefectural,一,,,,,,,\nH0290,02,regional,二,,,,,,,\n"), Stop);

        var taken = (await first.Content.ReadFromJsonAsync<RegistryImportResult>(Stop))!;
        (taken.Rows, taken.Added, taken.Changed).ShouldBe((3, 1, 1));
        taken.Errors.ShouldHaveSingleItem().Line.ShouldBe(3);
        var newer = (await second.Content.ReadFromJsonAsync<RegistryImportResult>(Stop))!;
        (newer.Added, newer.Changed).ShouldBe((1, 1));
        newer.NotInFile.ShouldBe(["H4790"]);
        var redesignated = await national.GetFromJsonAsync<HospitalView>("/api/hospitals/H0190", Stop);
        redesignated!.History.Select(designation => (designation.Kind, designation.To)).ShouldBe(
            [(HospitalKind.Prefectural, null), (HospitalKind.Regional, new DateOnly(2025, 3, 31))]);
        var kept = await national.GetFromJsonAsync<HospitalView>("/api/hospitals/H4790", Stop);
        kept!.Withdrawn.ShouldBeFalse();
        kept.Contacts.ShouldHaveSingleItem().Email.ShouldBe("desk@example.jp");
    }

    [Fact]
    public async Task Should_refuse_a_file_that_is_none()
    {
        await using var host = await HospitalsHost.StartAsync(_folder);
        using var national = host.National();

        (await national.PostAsync("/api/hospitals/import", HospitalsHost.Csv(""), Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await national.PostAsync("/api/hospitals/import", HospitalsHost.Csv("id,name\nH1302,x"), Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await national.PostAsJsonAsync("/api/hospitals/import", new { }, Stop)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Conference.Hospitals;
using Conference.IntegrationTests.Portal.Access;
using Conference.Portal;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>A service of two replicas behind the portal, one of which is of no use: nobody who asks notices.</summary>
public sealed class When_a_replica_is_out_of_service
{
    private const int Times = 10;

    private static readonly string Key = NewKey();

    [Fact]
    public async Task Should_ask_the_other_where_one_does_not_believe_the_portal()
    {
        await using var sound = await HospitalsAsync(Key);
        await using var otherKey = await HospitalsAsync(NewKey());
        await using var portal = await PortalAsync(otherKey.Url, sound.Url);

        await AllGoWellAsync(portal);
    }

    [Fact]
    public async Task Should_ask_the_other_where_one_is_not_there()
    {
        await using var sound = await HospitalsAsync(Key);
        await using var portal = await PortalAsync(new Uri($"http://127.0.0.1:{RunningProcess.FreePort()}"), sound.Url);

        await AllGoWellAsync(portal);
    }

    [Fact]
    public async Task Should_not_send_anybody_to_sign_in_where_none_believes_the_portal()
    {
        await using var otherKey = await HospitalsAsync(NewKey());
        await using var portal = await PortalAsync(otherKey.Url);
        using var http = await portal.NewAdminAsync();

        using var answer = await http.GetAsync(new Uri("/api/hospitals", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("code").ShouldBe("service_unavailable");
    }

    private static async Task AllGoWellAsync(PortalHost portal)
    {
        using var http = await portal.NewAdminAsync();
        for (var time = 0; time < Times; time++)
        {
            using var read = await http.GetAsync(new Uri("/api/hospitals?pageSize=1", UriKind.Relative));
            read.StatusCode.ShouldBe(HttpStatusCode.OK, await read.Content.ReadAsStringAsync());
            using var written = await http.PostAsJsonAsync(new Uri("/api/hospitals", UriKind.Relative), Hospital(time));
            written.StatusCode.ShouldBe(HttpStatusCode.Created, await written.Content.ReadAsStringAsync());
        }
    }

    private static object Hospital(int number) => new { hospitalId = $"H139{number:00}", nameJa = $"病院 {number}", kind = "regional", designatedFrom = "2020-04-01" };

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static Task<PortalHost> HospitalsAsync(string key) => PortalHost.StartAsync(null, [$"--Auth:SigningKey={key}"], new HospitalsModule());

    private static Task<PortalHost> PortalAsync(params Uri[] replicas) =>
        PortalHost.StartAsync(null, [$"--Auth:SigningKey={Key}", $"--Services:Hospitals={string.Join(',', replicas.Select(replica => replica.ToString()))}"], new PortalModule());
}

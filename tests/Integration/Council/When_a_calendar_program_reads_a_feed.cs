using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Council;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Conference.Tests.Support.Peers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

public sealed class When_a_calendar_program_reads_a_feed : IAsyncLifetime
{
    private static readonly Guid Mine = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly DateTimeOffset Soon = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(3).ToUnixTimeSeconds());

    private CouncilHost _council = null!;

    public async ValueTask InitializeAsync()
    {
        // Only a change makes it look anew, however slow the machine.
        _council = await CouncilHost.StartAsync("--Feeds:RecheckSeconds=60");
        await _council.SendAsync(
            Said.Hospital("H1301", "がん研有明病院"),
            Said.Hospital("H2701", "大阪国際がんセンター"),
            Said.Conference(Mine, Soon, "H1301", ["H1302"]),
            Said.Conference(Other, Soon, "H2701", ["H2702"]));
        await _council.UntilAsync(async store => await store.Conferences.CountAsync() == 2 && await store.Hospitals.CountAsync() == 2);
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Should_get_its_own_conferences_without_titles()
    {
        using var answer = await GetAsync(await MakeAsync("hospital:H1301"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.ETag!.IsWeak.ShouldBeFalse();
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain($"UID:{Mine:D}@conference.example");
        text.ShouldContain($"https://portal.example/conferences/{Mine:D}");
        text.ShouldContain("がん研有明病院");
        text.ShouldNotContain($"{Other:D}");
        text.ShouldNotContain("膵");
    }

    [Theory]
    [MemberData(nameof(CalendarPeer.All), MemberType = typeof(CalendarPeer))]
    public async Task Should_be_understood_by_libraries_that_we_did_not_write(string peer)
    {
        var off = Guid.CreateVersion7();
        await _council.SendAsync(Said.Conference(off, Soon.AddHours(5), "H1301", ["H1302"], state: "Cancelled"));
        await _council.UntilAsync(store => store.Conferences.AnyAsync(conference => conference.ConferenceId == off));
        using var folder = new TestFolder();
        using var answer = await GetAsync(await MakeAsync("nation"));
        var file = Path.Combine(folder.Path, "feed.ics");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());

        var understood = (await CalendarPeer.ReadAsync(peer, file)).ToDictionary(known => known.Uid);

        understood.Count.ShouldBe(3);
        foreach (var (id, start, status) in new[] { (Mine, Soon, "CONFIRMED"), (Other, Soon, "CONFIRMED"), (off, Soon.AddHours(5), "CANCELLED") })
        {
            var known = understood[$"{id:D}@conference.example"];
            (known.Start, known.End, known.Status).ShouldBe((start, start.AddHours(1), status));
            known.Summary.ShouldStartWith("合同キャンサーボード 2026-");
            known.Attendees.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Should_get_nothing_anew_until_something_changed()
    {
        var link = await MakeAsync("nation");
        using var first = await GetAsync(link);

        using var sameTag = await GetAsync(link, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var sameTime = await GetAsync(link, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        sameTag.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        sameTime.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await sameTag.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        // The tag overrules the time.
        using var oldTime = await GetAsync(link, request =>
        {
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            request.Headers.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddDays(-1);
        });
        (oldTime.StatusCode, oldTime.Headers.ETag).ShouldBe((HttpStatusCode.NotModified, first.Headers.ETag));

        await _council.SendAsync(Said.Conference(Mine, Soon.AddHours(1), "H1301", ["H1302"], version: 2));
        await _council.UntilAsync(store => store.Conferences.AnyAsync(conference => conference.Version == 2));
        using var changed = await GetAsync(link, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br, GZIP;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("br, gzip;q=0, identity", false)]
    public async Task Should_get_it_packed_only_when_it_wants_that(string accepted, bool packed)
    {
        using var answer = await GetAsync(await MakeAsync("nation"), request => request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));
        answer.Content.Headers.ContentEncoding.ShouldBe(packed ? ["gzip"] : []);
    }

    [Fact]
    public async Task Should_be_answered_without_a_look_at_the_store_until_something_changes()
    {
        var link = await MakeAsync("nation");
        using var first = await GetAsync(link);
        // Behind the service's back: whoever looked would see it.
        await _council.InStoreAsync(store => store.Conferences.Where(conference => conference.ConferenceId == Other).ExecuteDeleteAsync());

        using var same = await GetAsync(link, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var whole = await GetAsync(link);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await whole.Content.ReadAsStringAsync()).ShouldContain($"{Other:D}");

        await _council.SendAsync(Said.Conference(Mine, Soon, "H1301", ["H1302"], version: 2));
        await _council.UntilAsync(store => store.Conferences.AnyAsync(conference => conference.Version == 2));
        using var changed = await GetAsync(link);
        (await changed.Content.ReadAsStringAsync()).ShouldNotContain($"{Other:D}");
    }

    [Fact]
    public async Task Should_get_what_its_owner_asked_for_and_may_see()
    {
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _council.SendAsync(
            Said.Conference(here, Soon, "H1301", ["H1303"]) with { RequestedBy = "coordinator" },
            Said.Conference(there, Soon, "H2701", ["H2703"]) with { RequestedBy = "coordinator" });
        await _council.UntilAsync(store => store.Conferences.AnyAsync(conference => conference.ConferenceId == there));
        using var http = _council.As(Role.PrefecturalCoordinator, "prefecture:13", "coordinator");
        using var made = await http.PostAsJsonAsync("/api/feeds", new { scope = "mine" });
        var link = (await made.Content.ReadFromJsonAsync<FeedLink>())!;
        link.Scope.ShouldBe("mine");

        using var answer = await GetAsync(link);

        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain($"{here:D}");
        text.ShouldNotContain($"{there:D}");
        text.ShouldNotContain($"{Mine:D}");
        text.ShouldContain("自分が依頼した会議");
    }

    [Fact]
    public async Task Should_learn_that_a_feed_was_revoked()
    {
        using var http = _council.As(Role.CouncilMember, "nation");
        var link = await MakeAsync("nation");
        (await http.GetFromJsonAsync<Page<FeedLink>>(new Uri("/api/feeds", UriKind.Relative)))!.Items.Select(feed => feed.Url).ShouldContain(link.Url);

        using var revoked = await http.DeleteAsync(new Uri($"/api/feeds/{link.FeedId}", UriKind.Relative));
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var answer = await GetAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await http.GetFromJsonAsync<Page<FeedLink>>(new Uri("/api/feeds", UriKind.Relative)))!.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Should_find_nothing_behind_a_tampered_address()
    {
        var link = await MakeAsync("nation");
        var url = link.Url.Replace(".ics", "", StringComparison.Ordinal);
        using var answer = await GetAsync(link with { Url = $"{url[..^1]}{(url[^1] == 'A' ? 'B' : 'A')}.ics" });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("unknown_feed");
    }

    [Fact]
    public async Task Should_leave_a_feed_to_its_owner()
    {
        var link = await MakeAsync("prefecture:13");
        using var stranger = _council.As(Role.PrefecturalCoordinator, "prefecture:13", "stranger");
        using var nation = _council.As(Role.NationalCoordinator, "nation", "operator");

        using var refused = await stranger.DeleteAsync(new Uri($"/api/feeds/{link.FeedId}", UriKind.Relative));
        using var done = await nation.DeleteAsync(new Uri($"/api/feeds/{link.FeedId}", UriKind.Relative));

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        done.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("prefecture:13", "hospital:H1301", HttpStatusCode.Created)]
    [InlineData("hospital:H1301", "hospital:H1301", HttpStatusCode.Created)]
    [InlineData("prefecture:13", "hospital:H2701", HttpStatusCode.Forbidden)]
    [InlineData("hospital:H1301", "nation", HttpStatusCode.Forbidden)]
    [InlineData("nation", "hospital:H9999", HttpStatusCode.BadRequest)]
    [InlineData("nation", "prefecture:99", HttpStatusCode.BadRequest)]
    [InlineData("nation", "everything", HttpStatusCode.BadRequest)]
    [InlineData("nation", null, HttpStatusCode.BadRequest)]
    public async Task Should_be_made_within_the_callers_scope(string caller, string? scope, HttpStatusCode expected)
    {
        using var http = _council.As(Role.HospitalCoordinator, caller);
        using var answer = await http.PostAsJsonAsync("/api/feeds", new { scope });
        answer.StatusCode.ShouldBe(expected);
    }

    private async Task<FeedLink> MakeAsync(string scope)
    {
        using var http = _council.As(Role.CouncilMember, "nation");
        using var answer = await http.PostAsJsonAsync("/api/feeds", new { scope });
        return (await answer.Content.ReadFromJsonAsync<FeedLink>())!;
    }

    private async Task<HttpResponseMessage> GetAsync(FeedLink link, Action<HttpRequestMessage>? with = null)
    {
        using var http = _council.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link.Url).AbsolutePath);
        with?.Invoke(request);
        return await http.SendAsync(request);
    }
}

using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Council;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

public sealed class When_the_schedule_is_asked : IAsyncLifetime
{
    private static readonly Guid Tokyo = Id(1);
    private static readonly Guid Joint = Id(2);
    private static readonly Guid Osaka = Id(3);
    private static readonly Guid Cancelled = Id(4);

    private CouncilHost _council = null!;

    public async ValueTask InitializeAsync()
    {
        _council = await CouncilHost.StartAsync();
        await _council.SendAsync(
            Said.Hospital("H1301", "がん研有明病院"),
            Said.Conference(Osaka, At(20), "H2701", ["H2702"], kind: ConferenceKind.Palliative),
            Said.Conference(Tokyo, At(5), "H1301", ["H1302"], silent: ["H1303"]),
            Said.Conference(Joint, At(10), "H1401", ["H1301"], state: "AwaitingReplies"),
            Said.Conference(Cancelled, At(12), "H1301", ["H1302"], state: "Cancelled"),
            Said.Conference(Id(5), null, "H1301", ["H1302"], state: "Unplaced"),
            Said.Conference(Id(6), At(31).AddDays(5), "H1301", ["H1302"]));
        await _council.UntilAsync(async store => await store.Conferences.CountAsync() == 6 && await store.Hospitals.AnyAsync());
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Should_list_what_has_a_time_in_order_of_time()
    {
        var page = await AskAsync("nation", "");

        page.Items.Select(entry => entry.ConferenceId).ShouldBe([Tokyo, Joint, Cancelled, Osaka]);
        page.Total.ShouldBe(4);
        page.Items[0].ShouldSatisfyAllConditions(
            entry => entry.HostName.ShouldBe("がん研有明病院"),
            entry => entry.Hospitals.ShouldBe(3),
            entry => entry.Accepted.ShouldBe(2),
            entry => entry.HospitalIds.ShouldBe(["H1301", "H1302", "H1303"]),
            entry => entry.End.ShouldBe(At(5).AddHours(1)));
        page.Items[2].State.ShouldBe("Cancelled");
        page.Items[3].HostName.ShouldBe("H2701");
    }

    [Fact]
    public async Task Should_apply_every_filter()
    {
        (await IdsAsync("nation", "&prefecture=14")).ShouldBe([Joint]);
        (await IdsAsync("nation", "&hospital=H1301")).ShouldBe([Tokyo, Joint, Cancelled]);
        (await IdsAsync("nation", "&hospital=H1301&prefecture=14")).ShouldBe([Joint]);
        (await IdsAsync("nation", "&kind=palliative")).ShouldBe([Osaka]);
        (await IdsAsync("nation", "&state=AwaitingReplies")).ShouldBe([Joint]);
        (await IdsAsync("nation", "&hospital=H9999")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_each_caller_what_their_hospitals_take_part_in()
    {
        (await IdsAsync("prefecture:13", "")).ShouldBe([Tokyo, Joint, Cancelled]);
        (await IdsAsync("prefecture:14", "")).ShouldBe([Joint]);
        (await IdsAsync("hospital:H2702", "")).ShouldBe([Osaka]);
        (await IdsAsync("prefecture:27", "&prefecture=13")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_come_in_pages()
    {
        var page = await AskAsync("nation", "&page=2&pageSize=3");

        page.Items.ShouldHaveSingleItem().ConferenceId.ShouldBe(Osaka);
        page.Total.ShouldBe(4);
    }

    [Fact]
    public async Task Should_say_everything_that_is_wrong_with_the_question()
    {
        using var http = _council.As(Role.Auditor, "nation");
        using var answer = await http.GetAsync(new Uri("/api/schedule?from=soon&kind=party&pageSize=5000", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("invalid_date");
        text.ShouldContain("unknown_kind");
        text.ShouldContain("pageSize");
    }

    [Fact]
    public async Task Should_be_closed_to_strangers()
    {
        using var http = _council.Anonymous();
        using var answer = await http.GetAsync(new Uri("/api/schedule", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_take_over_a_change_of_time_and_hospitals()
    {
        await _council.SendAsync(Said.Conference(Osaka, At(21), "H2701", ["H1301"], version: 3));
        await _council.UntilAsync(store => store.Conferences.AnyAsync(conference => conference.ConferenceId == Osaka && conference.Version == 3));

        (await IdsAsync("nation", "&hospital=H2702")).ShouldBeEmpty();
        (await IdsAsync("nation", "&hospital=H1301&from=2026-12-21&to=2026-12-21")).ShouldBe([Osaka]);
    }

    private static Guid Id(int number) => new($"01930000-0000-7000-8000-{number:D12}");

    private static DateTimeOffset At(int day) => new(2026, 12, day, 8, 30, 0, TimeSpan.Zero);

    private async Task<IEnumerable<Guid>> IdsAsync(string scope, string query) => (await AskAsync(scope, query)).Items.Select(entry => entry.ConferenceId);

    private async Task<Page<ScheduleEntry>> AskAsync(string scope, string query)
    {
        using var http = _council.As(Role.CouncilMember, scope);
        var range = query.Contains("from=", StringComparison.Ordinal) ? "" : "&from=2026-12-01&to=2026-12-31";
        return (await http.GetFromJsonAsync<Page<ScheduleEntry>>(new Uri($"/api/schedule?{(range + query).TrimStart('&')}", UriKind.Relative)))!;
    }
}

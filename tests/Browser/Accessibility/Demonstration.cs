using System.Text.RegularExpressions;
using Conference.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace Conference.BrowserTests.Accessibility;

/// <summary>The product filled as for a demonstration, with what that leaves out: a poll, a series, a message that failed.</summary>
public sealed partial class Demonstration(ProductFixture fixture) : IAsyncLifetime
{
    private static readonly string[] States = ["AwaitingReplies", "Confirmed", "Unplaced", "InSession", "AwaitingRecord", "Completed", "Cancelled"];

    private readonly Dictionary<string, string> _places = [];
    private ProductProcess _product = null!;
    private string _signedIn = "";

    private string Address => _product.Http.BaseAddress!.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        _product = await ProductProcess.StartAsync(null, "--Demo=true");
        await _product.UntilAsync(
            () => Task.FromResult(_product.Output.Contains("The demonstration is ready", StringComparison.Ordinal)), "the demonstration to be ready", TimeSpan.FromMinutes(4));
        foreach (var state in States)
            _places[state] = await FirstAsync(state);
        using (var open = await _product.Http.JsonAsync($"/api/conferences/{_places["AwaitingReplies"]}"))
            _places["participant"] = open.RootElement.GetProperty("participants")[1].Text("hospitalId");
        _places["Polling"] = await RequestAsync("/api/conferences", Bodies.Poll, "conferenceId");
        await UntilAsync($"/api/conferences/{_places["Polling"]}", "Polling");
        _places["series"] = await RequestAsync("/api/series", Bodies.Series, "seriesId");
        await UntilAsync($"/api/series/{_places["series"]}", "Running");
        _places["answer"] = await LinkAsync(_places["AwaitingReplies"], "rsvp", _places["participant"]);
        await ProposeAsync(_places["AwaitingReplies"], _places["answer"]);
        _places["withdrawn"] = await LinkAsync(_places["Cancelled"], "rsvp");
        _places["marks"] = await LinkAsync(_places["Polling"], "poll");
        _places["failed"] = await FailAsync();
        _signedIn = await (await SignInAsync("coordinator")).Context.StorageStateAsync();
    }

    /// <summary>The path with what stands for ids and links filled in.</summary>
    public string Resolve(string path) => Place().Replace(path, place => _places[place.Groups[1].Value]);

    public Task<IPage> CoordinatorAsync() => PageAsync(_signedIn);

    public Task<IPage> StrangerAsync() => PageAsync(null);

    /// <summary>A page of one of the people whom the demonstration prints, in a session of its own.</summary>
    public async Task<IPage> SignInAsync(string person)
    {
        var printed = SignInPattern().Matches(_product.Output).First(line => line.Groups[1].Value.StartsWith(person, StringComparison.Ordinal));
        var page = await StrangerAsync();
        await page.GotoAsync("/signin");
        await page.Locator("#email").FillAsync(printed.Groups[1].Value);
        await page.Locator("#password").FillAsync(printed.Groups[2].Value);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Somebody who has never signed in.</summary>
    public async Task<(string Email, string Password)> InviteAsync()
    {
        var email = $"invited-{Guid.CreateVersion7():N}@example.jp";
        using var invited = await _product.Http.PostJsonAsync("/api/users", new { name = "施設窓口", email, role = "hospital_coordinator", scope = "hospital:H1302" });
        using var user = await invited.JsonAsync();
        return (email, user.RootElement.Text("password"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_product is not null)
            await _product.DisposeAsync();
    }

    private async Task<IPage> PageAsync(string? signedIn) =>
        await (await fixture.Chromium.NewContextAsync(new() { BaseURL = Address, Locale = "ja-JP", TimezoneId = "Asia/Tokyo", StorageState = signedIn })).NewPageAsync();

    private async Task<string> FirstAsync(string state)
    {
        using var page = await _product.Http.JsonAsync($"/api/conferences?state={state}&pageSize=1");
        return page.RootElement.GetProperty("items")[0].Text("conferenceId");
    }

    private async Task<string> RequestAsync(string path, object body, string id)
    {
        using var answer = await _product.Http.PostJsonAsync(path, body);
        using var accepted = await answer.JsonAsync();
        return accepted.RootElement.Text(id);
    }

    private Task UntilAsync(string path, string state) => _product.UntilAsync(
        async () =>
        {
            using var view = await _product.Http.JsonAsync(path);
            return view.RootElement.Text("state") == state;
        },
        $"{path} to be {state}");

    private async Task ProposeAsync(string conferenceId, string token)
    {
        using var form = await _product.Http.JsonAsync($"/api/answers/{token}");
        using var wish = new FormUrlEncodedContent([new("revision", $"{form.RootElement.GetProperty("revision")}"), new("day", Bodies.Day), new("time", "10:00")]);
        using var proposed = await _product.Http.PostAsync(new Uri($"/rsvp/{token}/propose", UriKind.Relative), wish);
        await _product.UntilAsync(
            async () =>
            {
                using var proposals = await _product.Http.JsonAsync($"/api/conferences/{conferenceId}/proposals");
                return proposals.RootElement.GetProperty("total").GetInt32() > 0;
            },
            "the other time to be proposed");
    }

    private async Task<string> LinkAsync(string conferenceId, string page, string hospitalId = "")
    {
        using var view = await _product.Http.JsonAsync($"/api/conferences/{conferenceId}");
        var number = view.RootElement.Text("number");
        var token = "";
        await _product.UntilAsync(
            () =>
            {
                token = _product.Mails.Select(file => MimeMessage.Load(file))
                    .Where(mail => mail.Subject!.Contains(number, StringComparison.Ordinal) && mail.TextBody is not null && mail.To.ToString().Contains(hospitalId, StringComparison.OrdinalIgnoreCase))
                    .Select(mail => Link().Matches(mail.TextBody!).FirstOrDefault(link => link.Groups[1].Value == page)?.Groups[2].Value)
                    .FirstOrDefault(link => link is not null) ?? "";
                return Task.FromResult(token.Length > 0);
            },
            $"a mail about {number}");
        return token;
    }

    // As a consumer leaves it that gave up; held, so that no delivery takes it up.
    private async Task<string> FailAsync()
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(_product.DataPath, "council.db")}");
        await store.OpenAsync();
        await using var insert = store.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO outbox (message_id, message_type, destination, content_type, body, written_at, held_until, failure)
            VALUES ($id, 'urn:message:Conference.Contracts.Hospitals:RepublishHospitals', 'loopback://localhost/Conference.Contracts.Hospitals:RepublishHospitals',
                'application/vnd.masstransit+json', '{"message":{"requestedBy":"予定表"}}', 0, $held, 'hospitals-republish-hospitals: InvalidOperationException: Broken on purpose.')
            RETURNING sequence
            """;
        insert.Parameters.AddWithValue("$id", Guid.CreateVersion7().ToString().ToUpperInvariant());
        insert.Parameters.AddWithValue("$held", DateTimeOffset.UnixEpoch.AddYears(80).ToUnixTimeMilliseconds());
        return $"{await insert.ExecuteScalarAsync()}";
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"http://\S+/(rsvp|poll)/([A-Za-z0-9_\-.]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(\w+@demo\.example)\s+(\S+)")]
    private static partial Regex SignInPattern();
}

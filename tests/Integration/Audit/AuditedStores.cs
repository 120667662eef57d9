using System.Net;
using Conference.Audit;
using Conference.Audit.Report;
using Conference.IntegrationTests.Requests.Series;
using Conference.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Conference.IntegrationTests.Audit;

/// <summary>
/// What a product left behind that was well: a conference that waits for answers and has one, a confirmed one, one that
/// was called off, one that waits for a slot, one whose hospitals choose a time, and a series. Each test takes a copy and
/// damages it.
/// </summary>
public sealed class AuditedStores : IAsyncLifetime
{
    public const string Collection = "Audited stores";

    // Three conferences with three hospitals each, one confirmed, one called off; two hospitals that choose; a series of two
    // with two hospitals each.
    private const int Mails = 15 + 2 + 4;

    private static readonly string[] Participants = ["H1302", "H1401"];

    private readonly List<string> _folders = [];
    private string _data = "";

    public Guid Waiting { get; private set; }

    public Guid Confirmed { get; private set; }

    public Guid Cancelled { get; private set; }

    /// <summary>It wants the time of the confirmed one.</summary>
    public Guid Queued { get; private set; }

    /// <summary>One of its two hospitals has marked the candidates.</summary>
    public Guid Polled { get; private set; }

    public Guid Series { get; private set; }

    public static Task<AuditReport> AuditAsync(string data) =>
        new Auditor(new AuditSettings { DataPath = data, Settle = TimeSpan.Zero }, TimeProvider.System).RunAsync();

    public async ValueTask InitializeAsync()
    {
        await using var product = await ProductProcess.StartAsync();
        _data = product.DataPath;
        Waiting = await RequestAsync(product);
        Confirmed = await RequestAsync(product);
        Cancelled = await RequestAsync(product);
        await ActAsync(product, $"/api/conferences/{Waiting}/answers", new { hospitalId = "H1302", answer = "accepted" });
        await ActAsync(product, $"/api/conferences/{Confirmed}/confirm", new { });
        await ActAsync(product, $"/api/conferences/{Cancelled}/cancel", new { });
        await StateAsync(product, Confirmed, "Confirmed");
        await StateAsync(product, Cancelled, "Cancelled");
        Queued = await RequestAsync(product, ConferenceBodies.Fixed("H1301", Participants, await StartAsync(product, Confirmed)), "Unplaced");
        Polled = await RequestAsync(product, Poll(ConferenceBodies.Today.AddDays(32)), "Polling");
        await VoteAsync(product);
        await RequestSeriesAsync(product);
        await product.UntilAsync(IsAtRestAsync, "everything to have arrived");
    }

    public ValueTask DisposeAsync()
    {
        foreach (var folder in _folders.Append(_data))
            Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the stores and the mail drop.</summary>
    public string Copy()
    {
        var copy = ProductProcess.FreshDataPath();
        _folders.Add(copy);
        Directory.CreateDirectory(Path.Combine(copy, "mail"));
        foreach (var file in Directory.GetFiles(_data, "*.db*").Concat(Directory.GetFiles(Path.Combine(_data, "mail"))))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(_data, file)));
        return copy;
    }

    /// <summary>A copy in which one store was changed behind the product's back.</summary>
    public string Damaged(string store, string sql)
    {
        var copy = Copy();
        Change(copy, store, sql);
        return copy;
    }

    /// <summary>Changes a store by SQL in which <c>{waiting}</c>, <c>{confirmed}</c> and so on stand for the conferences' and the series' ids.</summary>
    public void Change(string data, string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, $"{store}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql
            .Replace("{waiting}", Stored(Waiting), StringComparison.Ordinal)
            .Replace("{confirmed}", Stored(Confirmed), StringComparison.Ordinal)
            .Replace("{cancelled}", Stored(Cancelled), StringComparison.Ordinal)
            .Replace("{queued}", Stored(Queued), StringComparison.Ordinal)
            .Replace("{polled}", Stored(Polled), StringComparison.Ordinal)
            .Replace("{series}", Stored(Series), StringComparison.Ordinal);
        command.ExecuteNonQuery();
    }

    private static string Stored(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    // Rows of the outbox go a moment after their effect, mails after that, and entries of the audit log are sealed later still.
    private async Task<bool> IsAtRestAsync() => (await AuditAsync(_data)).Invariants.All(invariant => invariant is { Proved: true, Explained.Count: 0 })
        && (await AuditAsync(_data))["mails"].Checked == Mails
        && Count("requests", "SELECT COUNT(*) FROM audit_entries WHERE position IS NULL") == 0;

    private long Count(string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, $"{store}.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static Task<Guid> RequestAsync(ProductProcess product)
    {
        var today = ConferenceBodies.Today;
        return RequestAsync(product, ConferenceBodies.Window("H1301", Participants, today.AddDays(10), today.AddDays(30)), "AwaitingReplies");
    }

    private static async Task<Guid> RequestAsync(ProductProcess product, object body, string state)
    {
        using var answer = await product.Http.PostJsonAsync("/api/conferences", body);
        using var accepted = await answer.JsonAsync();
        var id = accepted.RootElement.GetProperty("conferenceId").GetGuid();
        await StateAsync(product, id, state);
        return id;
    }

    private static object Poll(DateOnly from) => new
    {
        title = "合同キャンサーボード（膵）",
        kind = "joint_cancer_board",
        hostHospitalId = "H1301",
        durationMinutes = 60,
        window = new { from = $"{from:yyyy-MM-dd}", to = $"{from.AddDays(10):yyyy-MM-dd}" },
        poll = new { best = 2, deadline = $"{from.AddDays(-5):yyyy-MM-dd}T17:00:00+09:00" },
        participants = Participants.Select(id => new { hospitalId = id, required = true }),
        quorum = new { minimumHospitals = 2 },
    };

    private static async Task<DateTimeOffset> StartAsync(ProductProcess product, Guid id)
    {
        using var conference = await product.Http.JsonAsync($"/api/conferences/{id}");
        return conference.RootElement.GetProperty("slot").GetProperty("start").GetDateTimeOffset();
    }

    private async Task VoteAsync(ProductProcess product)
    {
        using var conference = await product.Http.JsonAsync($"/api/conferences/{Polled}");
        var starts = conference.RootElement.GetProperty("poll").GetProperty("candidates").EnumerateArray().Select(candidate => candidate.Text("start"));
        await ActAsync(product, $"/api/conferences/{Polled}/poll/votes", new { hospitalId = "H1302", marks = starts.Select(start => new { start, answer = "tentative" }) });
    }

    private async Task RequestSeriesAsync(ProductProcess product)
    {
        using var answer = await product.Http.PostJsonAsync("/api/series", SeriesBodies.Weekly(2, "all", "H0101", hospitals: "H0102"));
        using var accepted = await answer.JsonAsync();
        Series = accepted.RootElement.GetProperty("seriesId").GetGuid();
        await product.UntilAsync(
            async () =>
            {
                using var series = await product.Http.JsonAsync($"/api/series/{Series}");
                return series.RootElement.GetProperty("occurrences").EnumerateArray().All(occurrence => occurrence.Text("state") == "AwaitingReplies");
            },
            "both occurrences to be invited");
    }

    private static async Task ActAsync(ProductProcess product, string path, object body)
    {
        using var answer = await product.Http.PostJsonAsync(path, body);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent))
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static Task StateAsync(ProductProcess product, Guid id, string state) => product.UntilAsync(
        async () =>
        {
            using var conference = await product.Http.JsonAsync($"/api/conferences/{id}");
            return conference.RootElement.Text("state") == state;
        },
        $"{id} to be {state}");
}

[CollectionDefinition(AuditedStores.Collection)]
public sealed class AuditedStoresCollection : ICollectionFixture<AuditedStores>;

using System.Net;
using Conference.Audit;
using Conference.Audit.Report;
using Conference.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Conference.IntegrationTests.Audit;

/// <summary>
/// What a product left behind that was well: a conference that waits for answers and has one, a confirmed one, one that
/// was called off. Each test takes a copy and damages it.
/// </summary>
public sealed class AuditedStores : IAsyncLifetime
{
    public const string Collection = "Audited stores";

    // Three conferences with three hospitals each, one confirmed, one called off.
    private const int Mails = 15;

    private static readonly string[] Participants = ["H1302", "H1401"];

    private readonly List<string> _folders = [];
    private string _data = "";

    public Guid Waiting { get; private set; }

    public Guid Confirmed { get; private set; }

    public Guid Cancelled { get; private set; }

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

    /// <summary>Changes a store by SQL in which <c>{waiting}</c>, <c>{confirmed}</c> and <c>{cancelled}</c> stand for the conferences' ids.</summary>
    public void Change(string data, string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, $"{store}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql
            .Replace("{waiting}", Stored(Waiting), StringComparison.Ordinal)
            .Replace("{confirmed}", Stored(Confirmed), StringComparison.Ordinal)
            .Replace("{cancelled}", Stored(Cancelled), StringComparison.Ordinal);
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

    private static async Task<Guid> RequestAsync(ProductProcess product)
    {
        var today = ConferenceBodies.Today;
        using var answer = await product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Window("H1301", Participants, today.AddDays(10), today.AddDays(30)));
        using var accepted = await answer.JsonAsync();
        var id = accepted.RootElement.GetProperty("conferenceId").GetGuid();
        await StateAsync(product, id, "AwaitingReplies");
        return id;
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

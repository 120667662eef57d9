using Npgsql;

namespace Conference.Benchmarks.Distributed;

/// <summary>Ten sites, eight clients: how soon the slot is held and the invitations are durably queued, and how soon they are sent.</summary>
internal static class HoldBenchmark
{
    public static async Task RunAsync(Stage stage)
    {
        var rounds = new List<Holding>();
        for (var round = 0; round < Sizes.Rounds; round++)
            rounds.Add(await stage.Clients.HoldAsync(Sizes.Round, Sizes.ManySites));
        var conferences = rounds.SelectMany(round => round.Conferences).ToList();
        Report.Line($"slot held, invitations queued, {Sizes.ManySites} sites, 8 clients", $"{Report.Range(rounds.Select(round => round.PerSecond), "F1")} conferences/s (aim 190)");
        Report.Line("  from request to queued", $"{Report.Percentiles(conferences.Select(conference => conference.Queued))} (aim p95 50 ms)");
        Report.Line("  published for a machine of this size, not measured here", $"Cyrus 19/s, p95 0.5 s; SOGo 11/s, p95 0.9 s");
        Report.Line("  from request to invitations sent (mail drop)", $"{Report.Percentiles(await UntilSentAsync(stage, conferences))}");
    }

    private static async Task<IReadOnlyList<TimeSpan>> UntilSentAsync(Stage stage, List<AskedConference> conferences)
    {
        await stage.Product.UntilAsync(async () => (await SentAsync(stage.Database, conferences)).Count == conferences.Count, "all invitations to be sent");
        var sent = await SentAsync(stage.Database, conferences);
        return [.. conferences.Select(conference => sent[conference.Id] - conference.At)];
    }

    /// <summary>When the last invitation went, of those conferences of which all have gone.</summary>
    private static async Task<Dictionary<Guid, DateTimeOffset>> SentAsync(NpgsqlDataSource database, List<AskedConference> conferences)
    {
        await using var query = database.CreateCommand(
            "SELECT conference_id, max(sent_at) FROM invitations.mails WHERE kind = 'Invitation' AND conference_id = ANY($1) GROUP BY 1 HAVING bool_and(sent_at IS NOT NULL)");
        query.Parameters.Add(new NpgsqlParameter { Value = conferences.Select(conference => conference.Id).ToArray() });
        await using var rows = await query.ExecuteReaderAsync();
        var sent = new Dictionary<Guid, DateTimeOffset>();
        while (await rows.ReadAsync())
            sent[rows.GetGuid(0)] = rows.GetFieldValue<DateTimeOffset>(1);
        return sent;
    }
}

using System.Text.Json;
using Npgsql;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>A mail that left for the mail server, by the ledger.</summary>
internal sealed record SentMail(Guid MailId, Guid ConferenceId, string Address, string Kind, int Revision, DateTimeOffset Start)
{
    public bool HasTime => Kind is "Invitation" or "Confirmation";
}

/// <summary>What is written down about what people were promised, read from the stores by plain SQL.</summary>
internal sealed class Records(string databaseUrl) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(databaseUrl);

    public Task<List<Guid>> RequestsAsync() => ListAsync("SELECT conference_id FROM requests.requests", row => row.GetGuid(0));

    /// <summary>The conference that each Idempotency-Key was answered with.</summary>
    public async Task<Dictionary<string, Guid>> KeysAsync() => (await ListAsync(
        "SELECT key, answer FROM requests.idempotency_keys", row => (Key: row.GetString(0), Answer: row.GetString(1)))).ToDictionary(row => row.Key, row => ConferenceIn(row.Answer));

    public Task<List<(Guid ConferenceId, string HospitalId, string Answer)>> AnswersAsync() => ListAsync(
        "SELECT conference_id, hospital_id, answer FROM invitations.answers", row => (row.GetGuid(0), row.GetString(1), row.GetString(2)));

    public Task<List<SentMail>> SentMailsAsync() => ListAsync(
        "SELECT mail_id, conference_id, address, kind, revision, start FROM invitations.mails WHERE state = 'Sent' AND NOT dropped",
        row => new SentMail(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<DateTimeOffset>(5)));

    public async Task<Dictionary<Guid, DateTimeOffset>> BookedAsync() => (await ListAsync(
        "SELECT conference_id, start FROM booking.bookings WHERE state IN ('Held', 'Confirmed')",
        row => (Id: row.GetGuid(0), Start: row.GetFieldValue<DateTimeOffset>(1)))).ToDictionary(row => row.Id, row => row.Start);

    public Task<long> MailsAsync(string condition) => CountAsync($"SELECT count(*) FROM invitations.mails WHERE {condition}");

    /// <summary>How many messages have had their effect and how many wait to be sent, in all stores.</summary>
    public async Task<(long Taken, long Waiting)> MessagesAsync()
    {
        var stores = await ListAsync("SELECT schemaname FROM pg_tables WHERE tablename = 'inbox'", row => row.GetString(0));
        string All(string table) => $"SELECT {string.Join(" + ", stores.Select(store => $"(SELECT count(*) FROM {store}.{table})"))}";
        return (await CountAsync(All("inbox")), await CountAsync(All("outbox")));
    }

    /// <summary>One conference in the words of all stores: what a failure has to tell, for the servers are gone afterwards.</summary>
    public async Task<string> StoryAsync(Guid conferenceId) => string.Join('\n', await ListAsync(
        $"""
        SELECT line FROM (
            SELECT at, 'history: ' || coalesce("from", '') || ' > ' || "to" || ', revision ' || revision || ', ' || code AS line FROM requests.timeline WHERE conference_id = '{conferenceId}'
            UNION ALL SELECT queued_at, 'mail: ' || kind || ', revision ' || revision || ', ' || hospital_id || ', ' || start || ', ' || state || ', sent ' || coalesce(sent_at::text, 'never') FROM invitations.mails WHERE conference_id = '{conferenceId}'
            UNION ALL SELECT answered_at, 'answer: ' || hospital_id || ', ' || answer || ', revision ' || revision FROM invitations.answers WHERE conference_id = '{conferenceId}'
            UNION ALL SELECT given_at, 'booking answered: ' || command || ', revision ' || revision || ', ' || answer FROM booking.answers WHERE conference_id = '{conferenceId}'
            UNION ALL SELECT now(), 'booking: ' || state || ', revision ' || revision || ', latest ' || latest_revision || ', ' || start || ', expires ' || coalesce(expires_at::text, 'never') FROM booking.bookings WHERE conference_id = '{conferenceId}'
            UNION ALL SELECT now(), 'conference: ' || current_state || ', revision ' || revision || ', attempt ' || attempt || ', invited ' || invited_revision || ', slot ' || coalesce(slot, 'none') FROM requests.conferences WHERE correlation_id = '{conferenceId}'
        ) story ORDER BY at
        """,
        row => row.GetString(0)));

    /// <summary>Hospitals that Requests had chased, that never answered, and to whom no chaser was written.</summary>
    public Task<List<string>> NotChasedAsync() => ListAsync(
        """
        SELECT DISTINCT conference.number || ' ' || party.hospital_id
        FROM requests.timeline step
        JOIN requests.conferences conference ON conference.correlation_id = step.conference_id AND conference.revision = step.revision
        JOIN invitations.invited_hospitals party ON party.conference_id = step.conference_id
        WHERE step.code = 'chased' AND conference.current_state = 'AwaitingReplies'
            AND NOT EXISTS (SELECT FROM invitations.answers answer WHERE (answer.conference_id, answer.hospital_id) = (party.conference_id, party.hospital_id))
            AND NOT EXISTS (SELECT FROM invitations.mails mail WHERE mail.kind = 'Chaser' AND (mail.conference_id, mail.hospital_id, mail.revision) = (party.conference_id, party.hospital_id, step.revision))
        """,
        row => row.GetString(0));

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Guid ConferenceIn(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("conferenceId").GetGuid();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = _database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}

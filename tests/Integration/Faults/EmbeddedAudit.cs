using System.Globalization;
using Conference.Tests.Support;
using Calendar = Ical.Net.Calendar;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace Conference.IntegrationTests.Faults;

/// <summary>Reads the stores and the mail drop of an embedded product from outside and says what does not agree.</summary>
internal sealed class EmbeddedAudit
{
    public List<string> Lost { get; } = [];

    public List<string> OverlappingSites { get; } = [];

    public List<string> OverlappingPorts { get; } = [];

    public List<string> ToldWrongTime { get; } = [];

    public List<string> NotTold { get; } = [];

    public List<string> ToldTwice { get; } = [];

    public int Placed { get; private set; }

    public int Mails { get; private set; }

    public static async Task<EmbeddedAudit> ReadAsync(ProductProcess product, IEnumerable<string> accepted)
    {
        var audit = new EmbeddedAudit();
        await audit.ReadBookingsAsync(product);
        await audit.ReadConferencesAsync(product, [.. accepted]);
        return audit;
    }

    private async Task ReadBookingsAsync(ProductProcess product)
    {
        await using var booking = new SqliteConnection($"Data Source={Path.Combine(product.DataPath, "booking.db")};Mode=ReadOnly");
        await booking.OpenAsync();
        OverlappingSites.AddRange(await ListAsync(booking, """
            SELECT a.site_id || ' ' || a.start FROM site_bookings a JOIN site_bookings b
            ON a.site_id = b.site_id AND a.rowid < b.rowid AND a.start < b."end" AND b.start < a."end"
            """));
        OverlappingPorts.AddRange(await ListAsync(booking, """
            SELECT a.bridge_id || ' ' || a.first_port FROM port_bookings a JOIN port_bookings b
            ON a.bridge_id = b.bridge_id AND a.rowid < b.rowid AND a.start < b."end" AND b.start < a."end"
            AND a.first_port <= b.last_port AND b.first_port <= a.last_port
            """));
    }

    private async Task ReadConferencesAsync(ProductProcess product, IReadOnlyList<string> accepted)
    {
        // The time is held in the ledger before the file is on the disk: wait for the queue to be empty.
        await product.UntilAsync(
            async () =>
            {
                using var queued = await product.Http.JsonAsync("/api/mails?state=queued&pageSize=1");
                return queued.RootElement.GetProperty("total").GetInt32() == 0;
            },
            "the send box to be empty");
        var mails = product.Mails.Select(Told.Load).ToLookup(told => told.ConferenceId);
        Mails = mails.Sum(group => group.Count());
        foreach (var path in accepted)
        {
            using var answer = await product.Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
            if (!answer.IsSuccessStatusCode)
            {
                Lost.Add(path);
                continue;
            }

            using var conference = await answer.JsonAsync();
            if (conference.RootElement.Text("state") != "AwaitingReplies")
                continue;
            Placed++;
            Check(conference.RootElement, [.. mails[conference.RootElement.GetProperty("conferenceId").GetGuid()]]);
        }
    }

    private void Check(System.Text.Json.JsonElement conference, List<Told> mails)
    {
        var id = conference.Text("conferenceId");
        var slot = conference.GetProperty("slot");
        var start = slot.GetProperty("start").GetDateTimeOffset();
        var hospitals = slot.GetProperty("sites").EnumerateArray().Select(site => site.Text("hospitalId").ToLowerInvariant()).ToList();
        NotTold.AddRange(hospitals.Where(hospital => !mails.Exists(mail => mail.To.Contains(hospital, StringComparison.OrdinalIgnoreCase))).Select(hospital => $"{id} {hospital}"));
        ToldTwice.AddRange(mails.GroupBy(mail => (mail.To, mail.Sequence)).Where(group => group.Count() > 1).Select(group => $"{id} {group.Key}"));
        ToldWrongTime.AddRange(mails.GroupBy(mail => mail.To).Select(group => group.MaxBy(mail => mail.Sequence)!)
            .Where(mail => mail.Start != start).Select(mail => $"{id} {mail.To} {mail.Start:o} instead of {start:o}"));
    }

    private static async Task<List<string>> ListAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>What one invitation told one contact.</summary>
    private sealed record Told(Guid ConferenceId, string To, int Sequence, DateTimeOffset Start)
    {
        public static Told Load(string file)
        {
            var mail = MimeMessage.Load(file);
            var part = mail.BodyParts.OfType<TextPart>().First(text => text.ContentType.IsMimeType("text", "calendar"));
            var calendar = Calendar.Load(part.Text)!;
            var happening = calendar.Events.Single();
            return new Told(
                Guid.Parse(happening.Uid!.Split('@')[0], CultureInfo.InvariantCulture),
                mail.To.Mailboxes.Single().Address,
                happening.Sequence,
                new DateTimeOffset(happening.Start!.AsUtc, TimeSpan.Zero));
        }
    }
}

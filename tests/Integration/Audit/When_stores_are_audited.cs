using Conference.Audit;
using Conference.Audit.Report;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Audit;

/// <summary>Each invariant can fail: a copied store is damaged by hand, and the audit names what and whose it is.</summary>
[Collection(AuditedStores.Collection)]
public sealed class When_stores_are_audited(AuditedStores stores)
{
    private const string Hour = "3600000";

    [Fact]
    public async Task Should_prove_a_product_that_is_well()
    {
        var report = await AuditedStores.AuditAsync(stores.Copy());

        report.Proved.ShouldBeTrue(report.ToText("en"));
        report.Invariants.ShouldAllBe(invariant => invariant.Checked > 0);
    }

    [Theory]
    [InlineData("DELETE FROM conferences WHERE correlation_id = {waiting}", "was never taken up")]
    [InlineData("DELETE FROM timeline WHERE conference_id = {waiting} AND \"to\" = 'Inviting'", "The history has a gap")]
    [InlineData("UPDATE conferences SET current_state = 'Confirmed' WHERE correlation_id = {waiting}", "but its history ends with AwaitingReplies")]
    [InlineData("UPDATE conferences SET current_state = 'Inviting', pending_since = 0 WHERE correlation_id = {waiting}; DELETE FROM timeline WHERE conference_id = {waiting} AND \"to\" = 'AwaitingReplies'; UPDATE timeline SET at = 0 WHERE conference_id = {waiting}", "It has been Inviting since 1970")]
    [InlineData("DELETE FROM requests WHERE conference_id = {waiting}", "was never accepted")]
    public async Task Should_find_a_request_that_is_lost_or_not_explained(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("requests", damage), "requests", stores.Waiting, finding);

    [Fact]
    public async Task Should_find_a_site_that_is_booked_twice() => await ShouldFindAsync(
        stores.Damaged("booking", "DROP TRIGGER site_bookings_insert; INSERT INTO site_bookings SELECT {confirmed}, 'H9999-1', start, \"end\" FROM site_bookings WHERE conference_id = {waiting} LIMIT 1; INSERT INTO site_bookings SELECT {waiting}, 'H9999-1', start + 60000, \"end\" FROM site_bookings WHERE conference_id = {waiting} LIMIT 1"),
        "sites", stores.Waiting, $"overlaps conference {stores.Confirmed}");

    [Fact]
    public async Task Should_find_a_port_that_is_given_out_twice() => await ShouldFindAsync(
        stores.Damaged("booking", "DROP TRIGGER port_bookings_insert; INSERT INTO port_bookings (conference_id, bridge_id, first_port, start, last_port, \"end\") SELECT {confirmed}, bridge_id, first_port + 1, start + 60000, last_port + 5, \"end\" FROM port_bookings WHERE conference_id = {waiting} LIMIT 1"),
        "ports", stores.Confirmed, $"of conference {stores.Waiting}");

    [Theory]
    [InlineData("DELETE FROM site_bookings WHERE conference_id = {waiting} AND site_id = 'H1401-1'", "are not those of the conference")]
    [InlineData("DELETE FROM port_bookings WHERE conference_id = {waiting}", "it does not have the 3 ports")]
    [InlineData("UPDATE bookings SET revision = 2 WHERE conference_id = {waiting}", "Booking has revision 2")]
    [InlineData("UPDATE bookings SET state = 'Released' WHERE conference_id = {waiting}", "rows of sites")]
    [InlineData("UPDATE bookings SET expires_at = 1 WHERE conference_id = {waiting}", "was not given back")]
    public async Task Should_find_a_slot_that_is_not_the_conferences(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("booking", damage), "slots", stores.Waiting, finding);

    [Fact]
    public async Task Should_find_a_confirmed_conference_that_is_only_held() => await ShouldFindAsync(
        stores.Damaged("booking", "UPDATE bookings SET state = 'Held' WHERE conference_id = {confirmed}"), "slots", stores.Confirmed, "only held");

    [Theory]
    [InlineData("UPDATE mails SET start = start + " + Hour + " WHERE conference_id = {waiting} AND hospital_id = 'H1401'", "By the ledger, H1401")]
    [InlineData("DELETE FROM mails WHERE conference_id = {waiting} AND hospital_id = 'H1401'", "H1401 was not told revision 1")]
    [InlineData("UPDATE conferences SET revision = 7 WHERE conference_id = {waiting}", "Invitations announces revision 7")]
    [InlineData("DELETE FROM invited_hospitals WHERE conference_id = {waiting} AND hospital_id = 'H1401'", "H1401 are in the slot but are not invited")]
    public async Task Should_find_a_hospital_that_was_told_another_time(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("invitations", damage), "told", stores.Waiting, finding);

    [Fact]
    public async Task Should_find_a_hospital_that_was_not_told_that_it_is_off() => await ShouldFindAsync(
        stores.Damaged("invitations", "DELETE FROM mails WHERE conference_id = {cancelled} AND hospital_id = 'H1401' AND kind = 'Cancellation'"),
        "told", stores.Cancelled, "but booked is nothing");

    [Fact]
    public async Task Should_find_a_mail_that_says_another_time_than_the_ledger_and_booking()
    {
        var copy = stores.Copy();
        Rewrite(InvitationOf(copy), calendar => System.Text.RegularExpressions.Regex.Replace(calendar, "(DTSTART[^:]*:\\d{8}T)\\d{6}", "${1}090000"));

        await ShouldFindAsync(copy, "mails", stores.Waiting, "DTSTART");
        await ShouldFindAsync(copy, "told", stores.Waiting, "By the mail, H1401");
    }

    [Fact]
    public async Task Should_find_a_mail_that_is_missing()
    {
        var copy = stores.Copy();
        File.Delete(InvitationOf(copy));

        await ShouldFindAsync(copy, "mails", stores.Waiting, "A mail that was written is missing");
    }

    [Fact]
    public async Task Should_find_a_revision_that_was_announced_twice() => await ShouldFindAsync(
        stores.Damaged("invitations", "DROP INDEX ix_mails_conference_id_contact_id_revision_kind_lead_address; CREATE TEMP TABLE again AS SELECT * FROM mails WHERE conference_id = {waiting} AND hospital_id = 'H1401'; UPDATE again SET mail_id = '01900000-0000-7000-8000-000000000000', queued_at = queued_at + 5000; INSERT INTO mails SELECT * FROM again"),
        "once", stores.Waiting, "2 times as a new event");

    [Theory]
    [InlineData("requests", "UPDATE conferences SET replies = '[]' WHERE correlation_id = {waiting}")]
    [InlineData("invitations", "UPDATE standing_answers SET answer = 'Declined' WHERE conference_id = {waiting}")]
    public async Task Should_find_an_answer_that_does_not_count(string store, string damage) =>
        await ShouldFindAsync(stores.Damaged(store, damage), "answers", stores.Waiting, "The answer of H1302");

    [Theory]
    [InlineData("booking", "DELETE FROM waiting WHERE conference_id = {queued}", "is not on the waiting list")]
    [InlineData("booking", "UPDATE waiting SET revision = revision + 1 WHERE conference_id = {queued}", "takes an offer at")]
    [InlineData("requests", "UPDATE conferences SET waiting_since = NULL WHERE correlation_id = {queued}", "waits for nothing, but is on the waiting list")]
    public async Task Should_find_a_conference_that_nothing_will_be_offered_to(string store, string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged(store, damage), "waiting", stores.Queued, finding);

    [Theory]
    [InlineData("booking", "DELETE FROM candidates WHERE conference_id = {polled} AND number = 1", "is not held by Booking")]
    [InlineData("requests", "UPDATE conferences SET poll = json_set(poll, '$.gone', json_array(json_extract(poll, '$.candidates[0].slot.start'))) WHERE correlation_id = {polled}", "which is none of the conference's")]
    [InlineData("requests", "UPDATE conferences SET poll = json_set(poll, '$.votes', json('[]')) WHERE correlation_id = {polled}", "The marks of H1302")]
    [InlineData("invitations", "UPDATE standing_votes SET marks = replace(marks, 'tentative', 'declined') WHERE conference_id = {polled}", "The marks of H1302")]
    [InlineData("invitations", "UPDATE polls SET ended = 1 WHERE conference_id = {polled}", "Hospitals are not asked")]
    public async Task Should_find_a_poll_that_does_not_say_what_is_held_or_was_marked(string store, string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged(store, damage), "polls", stores.Polled, finding);

    [Theory]
    [InlineData("UPDATE requests SET series_id = NULL WHERE series_id = {series}", "the conference is not of that series")]
    [InlineData("DELETE FROM series_occurrences WHERE series_id = {series}", "but none of its occurrences")]
    [InlineData("DELETE FROM series_occurrences WHERE series_id = {series}", "has no conference at all")]
    [InlineData("UPDATE series SET state = 'Gathering' WHERE series_id = {series}; UPDATE conferences SET current_state = 'Reserved' WHERE series_id = {series}", "it was neither invited nor given back")]
    [InlineData("UPDATE conferences SET current_state = 'Reserved' WHERE series_id = {series}", "still waits for the others")]
    public async Task Should_find_a_series_that_does_not_hold_together(string damage, string finding)
    {
        var report = await AuditedStores.AuditAsync(stores.Damaged("requests", damage));

        report["series"].Findings.ShouldContain(found => found.What.En.Contains(finding, StringComparison.Ordinal) && found.Todo.Ja.Length > 0, report.ToText("en"));
    }

    [Theory]
    [InlineData("DELETE FROM conference_hospitals WHERE conference_id = {waiting}; DELETE FROM conferences WHERE conference_id = {waiting}", "It is not on the schedule")]
    [InlineData("UPDATE conferences SET start = start + " + Hour + " WHERE conference_id = {waiting}", "The schedule says AwaitingReplies, revision 1")]
    public async Task Should_find_a_schedule_that_shows_something_else(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("council", damage), "schedule", stores.Waiting, finding);

    [Theory]
    [InlineData("DELETE FROM qrtz_simple_triggers; DELETE FROM qrtz_triggers; DELETE FROM qrtz_job_details", "There is no timer for its moment")]
    [InlineData("UPDATE qrtz_triggers SET next_fire_time = next_fire_time - 36000000000", "Its timer is set to")]
    [InlineData("UPDATE qrtz_triggers SET next_fire_time = next_fire_time + 9 * 36000000000", "Its timer is set to")]
    [InlineData("UPDATE qrtz_triggers SET trigger_state = 'ERROR'", "Its timer stands still (ERROR)")]
    public async Task Should_find_a_timer_that_is_missing_or_wrong(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("quartz", damage), "timers", stores.Waiting, finding);

    // Set while the clock of Timers was ahead: the sweep wakes the conference at its moment.
    [Fact]
    public async Task Should_explain_a_timer_that_is_late()
    {
        var report = await AuditedStores.AuditAsync(stores.Damaged("quartz", "UPDATE qrtz_triggers SET next_fire_time = next_fire_time + 36000000000"));

        report["timers"].Findings.ShouldBeEmpty(report.ToText("en"));
        report["timers"].Explained.ShouldContain(explained => explained.ConferenceId == stores.Waiting && explained.What.En.Contains("Its timer is set to", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE conferences SET next_moment = NULL WHERE correlation_id = {waiting}", "has no next moment")]
    [InlineData("UPDATE conferences SET next_moment = 1 WHERE correlation_id = {waiting}", "has passed and nothing happened")]
    public async Task Should_find_a_conference_that_nothing_wakes(string damage, string finding) =>
        await ShouldFindAsync(stores.Damaged("requests", damage), "timers", stores.Waiting, finding);

    [Fact]
    public async Task Should_find_a_timer_that_nothing_waits_for() => await ShouldFindAsync(
        stores.Damaged("requests", "UPDATE conferences SET next_moment_token = '01900000-0000-7000-8000-000000000000' WHERE correlation_id = {waiting}"),
        "timers", stores.Waiting, "is left over");

    [Fact]
    public async Task Should_find_a_mail_that_waits() => await ShouldFindAsync(
        stores.Damaged("invitations", "UPDATE mails SET state = 'Queued', queued_at = 1, error = '451 try later' WHERE conference_id = {waiting} AND hospital_id = 'H1401'"),
        "backlog", stores.Waiting, "451 try later");

    [Theory]
    [InlineData("'requests-conference-lifecycle: TimeoutException: no answer'", "no answer")]
    [InlineData("NULL", "not delivered")]
    public async Task Should_find_a_message_that_did_not_arrive(string failure, string finding)
    {
        var copy = stores.Damaged("booking", $"INSERT INTO outbox (message_id, correlation_id, message_type, destination, content_type, body, written_at, held_until, failure) VALUES ('01900000-0000-7000-8000-000000000000', {{waiting}}, 'urn:message:Conference.Contracts.Booking:SlotHeld', 'loopback://localhost/x', 'application/json', '{{}}', 1, 1, {failure})");

        await ShouldFindAsync(copy, "messages", stores.Waiting, finding);
        await ShouldFindAsync(copy, "messages", stores.Waiting, "SlotHeld");
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET caller_id = 'somebody else' WHERE position = 1", "breaks at entry")]
    [InlineData("DELETE FROM audit_entries WHERE position = 1", "breaks at entry")]
    [InlineData("UPDATE audit_entries SET position = NULL, at = 1 WHERE position = (SELECT MAX(position) FROM audit_entries)", "have not been sealed since 1970")]
    public async Task Should_find_an_audit_log_that_was_changed(string damage, string finding) => await ShouldFindAsync(
        stores.Damaged("requests", $"DROP TRIGGER audit_entries_change; DROP TRIGGER audit_entries_delete; {damage}"), "chains", null, finding);

    [Fact]
    public async Task Should_not_report_what_settles_while_it_looks_again()
    {
        var copy = stores.Damaged("requests", "UPDATE conferences SET version = version + 1, revision = revision + 1 WHERE correlation_id = {waiting}");
        (await AuditedStores.AuditAsync(copy)).Proved.ShouldBeFalse();
        var clock = new PauseClock(() => stores.Change(copy, "requests", "UPDATE conferences SET revision = revision - 1 WHERE correlation_id = {waiting}"));

        var report = await new Auditor(new AuditSettings { DataPath = copy, Settle = TimeSpan.FromMinutes(1) }, clock).RunAsync();

        report.Proved.ShouldBeTrue(report.ToText("en"));
        report.Readings.ShouldBe(2);
    }

    [Fact]
    public async Task Should_report_what_has_only_grown_worse_when_it_looks_again()
    {
        var copy = stores.Damaged("invitations", "UPDATE mails SET state = 'Queued', queued_at = 1, error = '451 try later' WHERE conference_id = {waiting} AND hospital_id = 'H1401'");
        var clock = new PauseClock(() => stores.Change(copy, "invitations", "UPDATE mails SET error = '452 no room' WHERE conference_id = {waiting} AND state = 'Queued'"));

        var report = await new Auditor(new AuditSettings { DataPath = copy, Settle = TimeSpan.FromMinutes(1) }, clock).RunAsync();

        report.Readings.ShouldBe(2);
        report["backlog"].Findings.ShouldHaveSingleItem().What.En.ShouldContain("452 no room");
    }

    private static async Task ShouldFindAsync(string data, string invariant, Guid? conference, string finding)
    {
        var report = await AuditedStores.AuditAsync(data);

        report[invariant].Findings.ShouldContain(
            found => found.ConferenceId == conference && found.What.En.Contains(finding, StringComparison.Ordinal) && found.What.Ja.Length > 0 && found.Todo.Ja.Length > 0,
            report.ToText("en"));
    }

    private string InvitationOf(string data)
    {
        using var requests = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "requests.db")};Pooling=False");
        requests.Open();
        using var number = requests.CreateCommand();
        number.CommandText = "SELECT number FROM requests WHERE conference_id = $id";
        number.Parameters.AddWithValue("$id", stores.Waiting.ToString().ToUpperInvariant());
        return Directory.GetFiles(Path.Combine(data, "mail"), $"{number.ExecuteScalar()}-invitation-H1401-*.eml").Single();
    }

    private static void Rewrite(string file, Func<string, string> change)
    {
        var mail = MimeMessage.Load(file);
        foreach (var part in mail.BodyParts.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "calendar")))
            part.Text = change(part.Text);
        mail.WriteTo(file);
    }

    /// <summary>A pause lasts no time, and something happens in it.</summary>
    private sealed class PauseClock(Action during) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            during();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}

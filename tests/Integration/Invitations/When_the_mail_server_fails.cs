using System.Diagnostics;
using Conference.Contracts.Invitations;
using Conference.IntegrationTests.Platform;
using Conference.Invitations.Outbound;
using Conference.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_the_mail_server_fails(ITestOutputHelper output)
{
    [Fact]
    public async Task Should_deliver_later_what_was_put_off_or_cut_off_and_lose_nothing()
    {
        await using var server = new ScriptedSmtpServer(drops: 1, putsOff: 1, refused: "gone@hospital.jp");
        await using var host = await InvitationsHost.StartAsync($"--Mail:Smtp=smtp://127.0.0.1:{server.Port}");
        await host.ContactsAsync("H1301", 1, (1, "desk@hospital.jp"), (2, "gone@hospital.jp"), (3, "placeholder@a.example"));
        await host.InviteAsync(1, "H1301");
        await host.UntilSentAsync();

        var mails = (await host.MailsAsync()).ToDictionary(mail => mail.Address);
        mails["desk@hospital.jp"].State.ShouldBe(MailState.Sent);
        mails["gone@hospital.jp"].State.ShouldBe(MailState.Refused);
        mails["gone@hospital.jp"].Error!.ShouldContain("550");
        mails["placeholder@a.example"].Dropped.ShouldBeTrue();
        server.Accepted.ShouldHaveSingleItem().ShouldContain("desk@hospital.jp");
        mails.Values.Sum(mail => mail.Attempts).ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Should_go_on_after_an_answer_that_nobody_expects()
    {
        await using var server = new ScriptedSmtpServer(drops: 0, putsOff: 0, refused: "gone@hospital.jp", asksForSignIn: 1);
        await using var host = await InvitationsHost.StartAsync($"--Mail:Smtp=smtp://127.0.0.1:{server.Port}");
        await host.ContactsAsync("H1301", 1, (1, "desk@hospital.jp"), (2, "head@hospital.jp"));
        await host.InviteAsync(1, "H1301");
        await host.UntilSentAsync();
        server.Accepted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_send_the_next_mail_at_once_though_the_server_has_hung_up_meanwhile()
    {
        await using var server = new ScriptedSmtpServer(drops: 0, putsOff: 0, refused: "nobody@hospital.jp");
        await using var host = await InvitationsHost.StartAsync("--Mail:Smtp=smtp://127.0.0.1:1");
        await host.ContactsAsync("H1301", 1, (1, "desk@hospital.jp"));
        await host.InviteAsync(1, "H1301");
        var mail = (await host.MailsAsync()).Single();
        var time = new FakeTimeProvider();
        await using var postman = new SmtpPostman(SmtpServer.Read($"smtp://127.0.0.1:{server.Port}")!, host.Services.GetRequiredService<OutgoingMails>(), host.Services.GetRequiredService<MailTrust>(), time);
        await postman.TakeAsync(mail, default);
        time.Advance(TimeSpan.FromSeconds(59));
        await postman.TakeAsync(mail, default);
        server.Connections.ShouldBe(1);

        server.HangUp();
        time.Advance(TimeSpan.FromSeconds(60));
        (await postman.TakeAsync(mail, default)).Result.ShouldBe(HandoverResult.Done);
        (server.Connections, server.Accepted.Count).ShouldBe((2, 3));
    }

    [Fact]
    public async Task Should_tell_all_hospitals_and_have_written_down_whom_when_it_is_killed_in_the_middle()
    {
        const int Hospitals = 461;
        const int Before = 230;
        await using var server = new ScriptedSmtpServer(drops: 0, putsOff: 0, refused: "nobody@hospital.jp") { HangsAfter = Before };
        using var folder = new TestFolder();
        var smtp = $"--Mail:Smtp=smtp://127.0.0.1:{server.Port}";
        await using (var first = await InvitationsHost.StartAsync(folder, "--Mail:Smtp=smtp://127.0.0.1:1", "--Mail:RetryAfter=00:00:00.1"))
        {
            await first.ContactsAsync("H1301", 1, [.. Enumerable.Range(1, Hospitals).Select(number => (number, $"desk{number}@hospital.jp"))]);
            await first.InviteAsync(1, "H1301");
        }

        using (var killed = RunningProcess.Start("Invitations", [$"--Data:Path={folder.Path}", $"--urls=http://127.0.0.1:{RunningProcess.FreePort()}", smtp]))
        {
            await killed.UntilAsync(async () => server.Accepted.Count == Before && await SentAsync(folder) == Before, "half of the mails to be sent and written down");
            killed.Kill();
        }

        // The next one sends the mail that was in hand and those behind it, and none that was accepted.
        server.GoOn.SetResult();
        await using var next = await InvitationsHost.StartAsync(folder, smtp);
        await next.UntilSentAsync();
        server.Accepted.Select(mail => mail.Split('\n').Single(line => line.StartsWith("To:", StringComparison.Ordinal))).Distinct().Count().ShouldBe(Hospitals);
        server.Accepted.Count.ShouldBe(Hospitals);
    }

    [Fact]
    public async Task Should_send_nothing_twice_when_it_cannot_be_written_down_at_first()
    {
        await using var server = new ScriptedSmtpServer(drops: 0, putsOff: 0, refused: "nobody@hospital.jp");
        await using var host = await InvitationsHost.StartAsync($"--Mail:Smtp=smtp://127.0.0.1:{server.Port}");
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("CREATE TRIGGER breaks BEFORE UPDATE ON mails WHEN NEW.state = 'Sent' BEGIN SELECT RAISE(ABORT, 'no'); END"));
        await host.ContactsAsync("H1301", 1, (1, "desk@hospital.jp"), (2, "head@hospital.jp"));
        await host.InviteAsync(1, "H1301");
        await InvitationsHost.UntilAsync(() => Task.FromResult(!server.Accepted.IsEmpty));
        await Task.Delay(TimeSpan.FromSeconds(3));
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("DROP TRIGGER breaks"));
        await host.UntilSentAsync();
        server.Accepted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_write_one_file_when_it_was_killed_before_it_could_note_it()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "desk@a.example"));
        await host.InviteAsync(1, "H1301");
        await host.UntilSentAsync();
        var file = Directory.GetFiles(host.MailPath).ShouldHaveSingleItem();
        var first = await File.ReadAllBytesAsync(file);

        await host.InAsync(store => store.Mails.ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Queued)
            .SetProperty(row => row.ClaimedUntil, DateTimeOffset.MaxValue.AddYears(-1000))));
        await host.Services.GetRequiredService<MailQueue>().TakeUpAgainAsync(default);
        await host.UntilSentAsync();

        Directory.GetFiles(host.MailPath).ShouldBe([file]);
        (await File.ReadAllBytesAsync(file)).ShouldBe(first);
    }

    [Fact]
    public async Task Should_write_hundreds_of_mails_a_second_to_the_drop()
    {
        await using var host = await InvitationsHost.StartAsync();
        const int Mails = 2000;
        await host.ContactsAsync("H1301", 1, [.. Enumerable.Range(1, Mails).Select(number => (number, $"desk{number}@a.example"))]);
        await host.InviteAsync(1, "H1301");
        var before = await host.InAsync(store => store.Mails.CountAsync(mail => mail.State == MailState.Sent));
        var time = Stopwatch.StartNew();
        await host.UntilSentAsync();
        output.WriteLine($"{(Mails - before) / time.Elapsed.TotalSeconds:0} mails/s to the drop");
        Directory.GetFiles(host.MailPath, "*.eml").Length.ShouldBe(Mails);
    }

    private static async Task<long> SentAsync(TestFolder folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "invitations.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM mails WHERE state = 'Sent'";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

using System.Net;
using Conference.Audit;
using Conference.IntegrationTests.MainJob;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Deploy;

/// <summary>
/// A backup is taken while messages are on their way; then the database and the broker are thrown away and the backup is
/// restored beside an empty broker. The sweep that asks again is out of the game: what goes on, goes on by itself.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class When_everything_is_lost_after_a_backup
{
    private static readonly string[] Settings = ["--Bus:KeepSentFor=00:15:00", "--Requests:StuckAfter=1.00:00:00"];
    private static readonly Dictionary<string, int> One = [];

    private readonly string _dump = Path.GetTempFileName();
    private readonly string _data = ProductProcess.FreshDataPath();

    [Fact]
    public async Task Should_go_on_with_every_conference_and_answer()
    {
        var (answered, asked) = await UntilTheBackupAsync();

        await using var servers = await Servers.StartAsync();
        await RestoreAsync(servers);
        await using var product = await Deployment.StartAsync(_data, servers, One, Settings);

        await MainJobSteps.StateAsync(product, asked, "AwaitingReplies");
        using var conference = await product.Http.JsonAsync(answered);
        var number = conference.RootElement.Text("number");
        await MainJobSteps.AnswerByLinkAsync(product, InvitationOf(product, number, "H1401"), "accepted");
        await MainJobSteps.StateAsync(product, answered, "Confirmed");
        await ShouldBeProvedAsync(servers);
    }

    private async Task<(string Answered, string Asked)> UntilTheBackupAsync()
    {
        await using var servers = await Servers.StartAsync();
        await using var product = await Deployment.StartAsync(_data, servers, One, Settings);
        var answered = await AskAsync(product, "H1301", "H1302", "H1401");
        await MainJobSteps.StateAsync(product, answered, "AwaitingReplies");
        using var conference = await product.Http.JsonAsync(answered);
        var number = conference.RootElement.Text("number");
        await product.UntilAsync(() => Task.FromResult(MainJobSteps.MailsOf(product, number).Count == 3), "three invitations in the mail drop");

        // Nobody is there to take what is sent from now on: it is in the broker alone.
        product.Of("Booking").Single().Kill();
        var asked = await AskAsync(product, "H1303", "H1304");
        await MessagesAreWithTheBrokerAsync(servers, product, "requests");
        product.Of("Requests").Single().Kill();
        await MainJobSteps.AnswerByLinkAsync(product, InvitationOf(product, number, "H1302"), "accepted");
        await MessagesAreWithTheBrokerAsync(servers, product, "invitations");

        await servers.Database.RunAsync("pg_dump", "-U", Servers.User, "-Fc", "-f", "/tmp/backup", "conference");
        await servers.Database.CopyAsync("/tmp/backup", _dump);
        return (answered, asked);
    }

    private async Task RestoreAsync(Servers servers)
    {
        await servers.Database.CopyInAsync(_dump, "/tmp/backup");
        await servers.Database.CopyInAsync(Path.Combine(AppContext.BaseDirectory, "after-restore.sql"), "/tmp/after-restore.sql");
        await servers.Database.RunAsync("pg_restore", "-U", Servers.User, "-d", "conference", "--exit-on-error", "/tmp/backup");
        await servers.Database.RunAsync("psql", "-U", Servers.User, "-d", "conference", "-q", "-v", "ON_ERROR_STOP=1", "-f", "/tmp/after-restore.sql");
    }

    private static async Task<string> AskAsync(Deployment product, string host, params string[] others)
    {
        var from = ConferenceBodies.Today.AddDays(10);
        using var accepted = await product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Window(host, others, from, from.AddDays(20)));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        return accepted.Headers.Location!.ToString();
    }

    private static MimeKit.MimeMessage InvitationOf(Deployment product, string number, string hospital) =>
        MainJobSteps.MailsOf(product, number).First(mail => mail.To.ToString().Contains(hospital, StringComparison.OrdinalIgnoreCase));

    private static Task MessagesAreWithTheBrokerAsync(Servers servers, Deployment product, string service) => product.UntilAsync(
        async () => (await servers.Database.RunAsync(
            "psql", "-U", Servers.User, "-d", "conference", "-At", "-c", $"SELECT count(*) FROM {service}.outbox WHERE held_until < '9998-01-01'")).Trim() == "0",
        $"the messages of {service} to be with the broker");

    private async Task ShouldBeProvedAsync(Servers servers)
    {
        await using var report = new StringWriter();
        var code = await AuditCommand.RunAsync(
            [$"--Database:Postgres={servers.DatabaseUrl}", $"--Bus:RabbitMq={servers.BrokerUrl}", $"--Data:Path={_data}", "--Settle=00:00:20", "--Language=en"], report, report);
        code.ShouldBe(0, report.ToString());
    }
}

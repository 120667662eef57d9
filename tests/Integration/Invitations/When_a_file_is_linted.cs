using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public sealed class When_a_file_is_linted : IAsyncLifetime
{
    private InvitationsHost _host = null!;
    private string _mail = "";

    [Fact]
    public async Task Should_pass_mails_that_we_send()
    {
        var (code, said) = await LintAsync(_mail);
        code.ShouldBe(0, said);
        said.ShouldContain($"✓ {_mail}");
    }

    [Fact]
    public async Task Should_name_the_rule_that_a_mail_breaks()
    {
        var bad = Path.Combine(_host.MailPath, "bad.eml");
        await File.WriteAllTextAsync(bad, (await File.ReadAllTextAsync(_mail)).Replace("Auto-Submitted:", "X-Was:", StringComparison.Ordinal));
        var (code, said) = await LintAsync(_mail, bad);
        code.ShouldBe(1, said);
        said.ShouldContain($"✗ {bad}\n  auto-submitted: ");
    }

    [Fact]
    public async Task Should_check_a_calendar_by_itself()
    {
        var bad = Path.Combine(_host.MailPath, "bad.ics");
        await File.WriteAllTextAsync(bad, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        var (code, said) = await LintAsync(bad);
        code.ShouldBe(1, said);
        said.ShouldContain("  calendar-one: 2 calendars");
    }

    [Fact]
    public async Task Should_say_that_a_file_is_not_there_and_how_it_is_used()
    {
        (await LintAsync(_mail, $"{_mail}x")).Code.ShouldBe(2);
        var (code, said) = await LintAsync();
        (code, said).ShouldBe((2, "lint FILE.eml|FILE.ics …"));
    }

    public async ValueTask InitializeAsync()
    {
        _host = await InvitationsHost.StartAsync();
        await _host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await _host.InviteAsync(1, "H1301");
        await _host.UntilSentAsync();
        _mail = Directory.GetFiles(_host.MailPath).ShouldHaveSingleItem();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static async Task<(int Code, string Said)> LintAsync(params string[] files)
    {
        using var process = RunningProcess.Start("Invitations", ["lint", .. files]);
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, process.Output);
    }
}

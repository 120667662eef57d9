using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.AllInOne;

public sealed class When_the_product_does_not_come_up
{
    [Fact]
    public async Task Should_not_leave_its_process_behind()
    {
        var data = ProductProcess.FreshDataPath();

        // A database that is not there is waited for without end.
        var start = ProductProcess.StartAsync(TimeSpan.FromSeconds(2), data, $"--Database:Postgres=Host=127.0.0.1;Port={RunningProcess.FreePort()}");
        await Should.ThrowAsync<TimeoutException>(start);

        Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .Where(folder => CommandOf(folder).Contains(data, StringComparison.Ordinal)).ShouldBeEmpty();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("--Requests:ReplyHour=abc", "Wrong setting: Requests:ReplyHour is 'abc', not a whole number")]
    [InlineData("--Bus:Prefetch=many", "Wrong setting: Bus:Prefetch is 'many', not a whole number")]
    [InlineData("--Mail:LinkDays=0", "Wrong setting: ")]
    [InlineData("--Mail:Smpt=smtp://mail:25", "Mail:Smtp is one")]
    [InlineData("--urls=localhost", "Wrong setting: urls is 'localhost'")]
    [InlineData("--Network:TimeZone=Tokyo", "Network:TimeZone")]
    [InlineData("--Auth:SigningKey=abc", "Wrong setting: Auth:SigningKey")]
    [InlineData("--Feeds:Key=abc", "Wrong setting: Feeds:Key")]
    [InlineData("--Data:Path=/etc/hostname", "Wrong setting: Data:Path")]
    [InlineData("--Bus:KeepSentFor=01:00:00 --Bus:InboxWindow=01:00:00", "Wrong setting: Bus:KeepSentFor must be less")]
    public async Task Should_name_a_wrong_setting_in_one_line_and_stop_with_2(string setting, string line)
    {
        var data = ProductProcess.FreshDataPath();

        var (code, output) = await ProductProcess.RunToEndAsync(data, ["--Logging:LogLevel:Default=None", .. setting.Split(' ')]);

        code.ShouldBe(2, output);
        output.ShouldContain(line);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1, output);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Should_say_that_another_listens_there()
    {
        var data = ProductProcess.FreshDataPath();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output) = await ProductProcess.RunToEndAsync(data, "--Logging:LogLevel:Default=None", $"--urls=http://{other.LocalEndpoint}");

        code.ShouldBe(2, output);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].ShouldStartWith("Wrong setting: urls: another process listens there");
        Directory.Delete(data, recursive: true);
    }

    private static string CommandOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}

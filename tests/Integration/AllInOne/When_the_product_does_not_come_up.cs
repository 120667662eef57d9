using System.Globalization;
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

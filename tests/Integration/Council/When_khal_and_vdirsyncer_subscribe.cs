using System.Net.Http.Json;
using Conference.Contracts.Council;
using Conference.Tests.Support.Peers;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

/// <summary>A calendar program that we did not write follows a conference through a change and its end.</summary>
public class When_khal_and_vdirsyncer_subscribe
{
    [Fact]
    public async Task Should_show_the_new_time_and_the_cancellation_once_each()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/vdirsyncer") && File.Exists("/usr/bin/khal"), "khal and vdirsyncer are not installed: tests/run.sh does");
        await using var council = await CouncilHost.StartAsync();
        using var folder = new TestFolder();
        var (conference, day) = (Guid.CreateVersion7(), new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(5), TimeSpan.Zero));
        await SayAsync(council, conference, day.AddHours(8.5), 1);
        var config = await ConfigureAsync(council, folder.Path);
        await CalendarPeer.RunAsync("vdirsyncer", "-c", config, "discover");

        (await SyncedAsync(config, folder.Path)).ShouldBe(["17:30"]);
        await SayAsync(council, conference, day.AddHours(10), 2);
        (await SyncedAsync(config, folder.Path)).ShouldBe(["19:00"]);
        await SayAsync(council, conference, day.AddHours(10), 3, "Cancelled");
        (await SyncedAsync(config, folder.Path)).ShouldBe(["19:00"]);
        Directory.GetFiles(Path.Combine(folder.Path, "calendar")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(folder.Path, "calendar"))[0])).ShouldContain("STATUS:CANCELLED");
    }

    private static async Task SayAsync(CouncilHost council, Guid conference, DateTimeOffset start, long version, string state = "Confirmed")
    {
        await council.SendAsync(Said.Conference(conference, start, "H1301", ["H1302"], version: version) with { State = state });
        await council.UntilAsync(store => store.Conferences.AnyAsync(row => row.Version == version));
    }

    private static async Task<string> ConfigureAsync(CouncilHost council, string folder)
    {
        using var http = council.As(Role.CouncilMember, "nation");
        using var made = await http.PostAsJsonAsync("/api/feeds", new { scope = "nation" });
        var feed = new Uri(http.BaseAddress!, new Uri((await made.Content.ReadFromJsonAsync<FeedLink>())!.Url).PathAndQuery);
        Directory.CreateDirectory(Path.Combine(folder, "calendar"));
        await File.WriteAllTextAsync(Path.Combine(folder, "khal.conf"), $"[calendars]\n[[feed]]\npath = {folder}/calendar\nreadonly = True\n[locale]\nlocal_timezone = Asia/Tokyo\ndefault_timezone = Asia/Tokyo\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {folder}/khal.db\n");
        var config = Path.Combine(folder, "vdirsyncer.conf");
        await File.WriteAllTextAsync(config, $"""
            [general]
            status_path = "{folder}/status"
            [pair feed]
            a = "here"
            b = "there"
            collections = null
            conflict_resolution = "b wins"
            [storage here]
            type = "filesystem"
            path = "{folder}/calendar"
            fileext = ".ics"
            [storage there]
            type = "http"
            url = "{feed}"
            """);
        return config;
    }

    private static async Task<string[]> SyncedAsync(string config, string folder)
    {
        await CalendarPeer.RunAsync("vdirsyncer", "-c", config, "sync");
        var listed = await CalendarPeer.RunAsync("khal", "-c", Path.Combine(folder, "khal.conf"), "list", "--day-format", "", "--format", "{start-time}", "today", "30d");
        return listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Council;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Council;
using Conference.Council.Schedule;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Conference.Benchmarks;

/// <summary>A feed of 10,000 conferences, whole and unchanged (304), beside a static file of the same octets from the same Kestrel.</summary>
internal static class FeedBenchmark
{
    private const int Entries = 10_000;
    private const int Clients = 8;
    private const int Rounds = 5;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("feed").FullName;
        await using (var app = ServiceHost.Build([$"--Data:Path={folder}/data", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], new CouncilModule()))
        {
            var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files), RequestPath = "/files", ServeUnknownFileTypes = true });
            await app.StartAsync();
            await FillAsync(app);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = new Uri(app.Urls.Single()) };
            var feed = await MakeAsync(app, http);

            var written = Stopwatch.StartNew();
            var octets = await http.GetByteArrayAsync(feed);
            Report.Line($"a feed of {Entries:N0} conferences, {octets.Length / 1e6:F1} MB, written for the first time", $"{written.Elapsed.TotalMilliseconds:F0} ms");
            await File.WriteAllBytesAsync(Path.Combine(files, "feed.ics"), octets);
            var file = new Uri("/files/feed.ics", UriKind.Relative);
            await CompareAsync(http, "whole, from the cache", feed, file, HttpStatusCode.OK, 0.5);
            await CompareAsync(http, "unchanged (304)", feed, file, HttpStatusCode.NotModified, 0.9);
            await app.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task CompareAsync(HttpClient http, string what, Uri feed, Uri file, HttpStatusCode expected, double aim)
    {
        var (feeds, files) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            files.Add(await RateAsync(http, file, expected));
            feeds.Add(await RateAsync(http, feed, expected));
        }

        Report.Line($"feed {what}, {Clients} clients", $"{Report.Range(feeds, "F0")}/s");
        Report.Line($"static file of the same octets {what}", $"{Report.Range(files, "F0")}/s");
        Report.Line("feed : file", $"{Report.Range(feeds.Zip(files, (ours, theirs) => ours / theirs), "F2")} (aim {aim})");
    }

    private static async Task<double> RateAsync(HttpClient http, Uri address, HttpStatusCode expected)
    {
        string tag;
        using (var first = await http.GetAsync(address))
            tag = first.Headers.ETag!.ToString();
        var (count, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (watch.Elapsed < Each)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (expected == HttpStatusCode.NotModified)
                    request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (answer.StatusCode != expected)
                    throw new InvalidOperationException($"{address}: {answer.StatusCode}");
                await answer.Content.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref count);
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task FillAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<CouncilStore>();
        var first = TimeProvider.System.GetUtcNow().AddDays(-60);
        for (var number = 0; number < Entries; number++)
        {
            var start = first.AddMinutes(number * 60);
            store.Add(ScheduledConference.Of(new ConferenceChanged
            {
                ConferenceId = Guid.CreateVersion7(),
                Version = 1,
                Number = $"2026-{number:D6}",
                State = ConferenceStates.Confirmed,
                Revision = 1,
                Title = "",
                Kind = ConferenceKind.JointCancerBoard,
                HostHospitalId = "H1301",
                Start = start,
                End = start.AddHours(1),
                Participants = [new ParticipantStatus { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter, Booked = true, Answer = Answer.Accepted }],
                CaseCount = 2,
                ChangedAt = first,
            }));
        }

        await store.SaveChangesAsync();
    }

    private static async Task<Uri> MakeAsync(WebApplication app, HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/feeds") { Content = JsonContent.Create(new { scope = "nation" }) };
        request.Headers.Authorization = new("Bearer", app.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("benchmark", "benchmark", Role.CouncilMember, Scope.Nation)));
        using var answer = await http.SendAsync(request);
        return new Uri(new Uri((await answer.Content.ReadFromJsonAsync<FeedLink>())!.Url).AbsolutePath, UriKind.Relative);
    }
}

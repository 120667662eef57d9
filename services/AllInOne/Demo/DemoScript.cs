using System.Globalization;
using System.Text.Json.Nodes;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.AllInOne.Demo;

/// <summary>What coordinators and hospitals do in the demonstration.</summary>
internal sealed class DemoScript(DemoApi api)
{
    private const string Waiting = "AwaitingReplies";

    private static readonly string[] Marks = ["accepted", "tentative", "declined"];

    // The oldest have passed their record deadline and are complete without a record.
    private static readonly string[] Ended = ["AwaitingRecord", "Completed"];
    private static readonly string[] Placed = [Waiting, "Confirming", "Confirmed", "Polling", "Unplaced"];

    /// <summary>Requests them all, and takes each as far as hospitals and coordinators can.</summary>
    public async Task<IReadOnlyList<(DemoConference Conference, string Path)>> RequestAsync(IReadOnlyList<DemoConference> conferences, CancellationToken cancellationToken)
    {
        List<(DemoConference Conference, string Path)> requested = [];
        foreach (var conference in conferences)
        {
            var accepted = await api.PostAsync("/api/conferences", Body(conference), cancellationToken);
            requested.Add((conference, $"/api/conferences/{(string)accepted["conferenceId"]!}"));
        }

        foreach (var (_, path) in requested)
            await ReachAsync(path, cancellationToken, Placed);
        foreach (var (conference, path) in requested)
            await PlayAsync(conference, path, cancellationToken);
        foreach (var (conference, path) in requested)
            await ReachAsync(path, cancellationToken, Settled(conference.Fate));
        return requested;
    }

    /// <summary>Requests a series, to all but whose last date everybody comes.</summary>
    /// <returns>How many conferences it has.</returns>
    public async Task<int> RequestAsync(DemoSeries series, CancellationToken cancellationToken)
    {
        var accepted = await api.PostAsync("/api/series", series.ToBody(), cancellationToken);
        var view = await api.GetAsync($"/api/series/{(string)accepted["seriesId"]!}", cancellationToken);
        List<string> paths = [.. ((JsonArray)view["occurrences"]!).Select(occurrence => (string?)occurrence!["conferenceId"]).OfType<string>().Select(id => $"/api/conferences/{id}")];
        foreach (var path in paths)
            await ReachAsync(path, cancellationToken, Placed);
        foreach (var path in paths.SkipLast(1))
        {
            foreach (var hospitalId in series.Others)
                await AnswerAsync(path, hospitalId, "accepted", cancellationToken);
        }

        return paths.Count;
    }

    /// <summary>Waits until those that were held have ended, and records all but those that wait for it.</summary>
    public async Task RecordAsync(IReadOnlyList<(DemoConference Conference, string Path)> held, CancellationToken cancellationToken)
    {
        foreach (var (conference, path) in held)
            await ReachAsync(path, cancellationToken, conference.Fate == Fate.InSession ? ["InSession"] : Ended);
        foreach (var (conference, path) in held.Where(entry => entry.Conference.Fate == Fate.Completed))
            await api.PostAsync($"{path}/attendance", new { attendance = Attendance(conference), minutes = "症例の治療方針を共有した。" }, cancellationToken);
    }

    private async Task PlayAsync(DemoConference conference, string path, CancellationToken cancellationToken)
    {
        switch (conference.Fate)
        {
            case Fate.Cancelled:
                await api.PostAsync($"{path}/cancel", new { reason = "主催施設の都合" }, cancellationToken);
                break;
            case Fate.Moved or Fate.Declined:
                await AnswerAsync(path, conference.Others[0], "declined", cancellationToken);
                break;
            case Fate.AwaitingReplies:
                await AnswerAsync(path, conference.Others[0], "tentative", cancellationToken);
                break;
            case Fate.Polling:
                await DemoApi.UntilAsync(() => VoteAsync(conference, path, cancellationToken), $"{path} to ask for marks", cancellationToken);
                break;
            case not (Fate.Clashing or Fate.Waiting):
                foreach (var hospitalId in conference.Others)
                    await AnswerAsync(path, hospitalId, "accepted", cancellationToken);
                break;
        }
    }

    private Task<JsonNode> AnswerAsync(string path, string hospitalId, string answer, CancellationToken cancellationToken) =>
        api.PostAsync($"{path}/answers", new { hospitalId, answer }, cancellationToken);

    // The hospital that is asked last has not marked yet.
    private async Task<bool> VoteAsync(DemoConference conference, string path, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (hospitalId, i) in conference.Others.SkipLast(1).Select((hospitalId, i) => (hospitalId, i)))
            {
                var marks = conference.Candidates.Select((start, k) => new { start, answer = Marks[(k + i) % Marks.Length] });
                await api.PostAsync($"{path}/poll/votes", new { hospitalId, marks }, cancellationToken);
            }

            return true;
        }
        catch (HttpRequestException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // Invitations has not heard of it yet.
            return false;
        }
    }

    private Task ReachAsync(string path, CancellationToken cancellationToken, params string[] states) => DemoApi.UntilAsync(
        async () => (string?)(await api.GetAsync(path, cancellationToken))["state"] is { } state && Array.IndexOf(states, state) >= 0,
        $"{path} to be {string.Join(" or ", states)}", cancellationToken);

    private static string[] Settled(Fate fate) => fate switch
    {
        Fate.Cancelled => ["Cancelled"],
        Fate.Declined or Fate.Clashing or Fate.Waiting => ["Unplaced"],
        Fate.Polling => ["Polling"],
        Fate.Moved or Fate.AwaitingReplies => [Waiting],
        _ => ["Confirmed"],
    };

    private static JsonObject Body(DemoConference conference)
    {
        var body = new JsonObject
        {
            ["title"] = Titles.Of(conference.Kind),
            ["kind"] = Code.Of(conference.Kind),
            ["hostHospitalId"] = conference.Host,
            ["durationMinutes"] = conference.Minutes,
            ["participants"] = new JsonArray([.. conference.Others.Select(id => new JsonObject { ["hospitalId"] = id, ["required"] = true, ["role"] = "discussant" })]),
            ["caseCount"] = conference.Kind is ConferenceKind.CouncilMeeting or ConferenceKind.Training ? 0 : 2,
        };
        if (conference.Fate == Fate.Moved)
            body["window"] = new JsonObject { ["from"] = Day(conference.Start.AddDays(1)), ["to"] = Day(conference.Start.AddDays(12)) };
        else if (conference.Fate == Fate.Polling)
            body["poll"] = new JsonObject { ["candidates"] = new JsonArray([.. conference.Candidates.Select(start => (JsonNode?)Instant(start))]), ["deadline"] = Instant(conference.Start.AddDays(-3)) };
        else
            body["slot"] = new JsonObject { ["start"] = Instant(conference.Start) };
        if (conference.Fate is Fate.Clashing or Fate.Waiting)
            body["wait"] = conference.Fate == Fate.Waiting;
        return body;
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<object> Attendance(DemoConference conference) => conference.Others.Prepend(conference.Host).SelectMany((hospitalId, i) => new object[]
    {
        new { hospitalId, profession = "physician_medonc", inside = 2 + i, outside = 0 },
        new { hospitalId, profession = "nurse", inside = 3, outside = i % 2 },
        new { hospitalId, profession = "pharmacist", inside = 1, outside = 0 },
    });
}

using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>Every call that the API's document lists, with bodies and parameters that nobody should send: a problem, never a fault of ours.</summary>
public sealed class When_every_endpoint_is_sent_nonsense(RunningProduct running) : IClassFixture<RunningProduct>
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":[", 500));

    private static readonly string[] Values = ["null", "\"x\"", "\"\"", "\"\\u0000\"", "1e400", "-1", "99999999999999999999", "true", "[]", "[null]", "[[]]", "[{}]", "[\"x\"]", "{}", "{\"x\":null}"];

    private static readonly string[] Parameters = ["", "x", "-1", "99999999999999999999", "%00", "2026-13-45", "0001-01-01", "9999-12-31", "nation", "hospital:"];

    private readonly ProductProcess _product = running.Product;

    [Fact]
    public async Task Should_answer_what_is_wrong_with_every_body()
    {
        var names = await NamesAsync();
        using var document = await _product.Http.JsonAsync("/openapi/v1.json");
        List<string> wrong = [];
        var calls = 0;
        // What ends a conference comes last: all others are to get further than that.
        foreach (var (path, method, operation) in Operations(document).Where(call => call.Method is "post" or "put" or "patch").OrderBy(call => call.Path.EndsWith("/cancel", StringComparison.Ordinal)))
        {
            if (!operation.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json))
                continue;
            foreach (var text in Bodies(path, Properties(document, json.GetProperty("schema")), names))
            {
                calls++;
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Fill(path, names)) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
                if (await WrongAsync(request, mustRefuse: text.StartsWith(Deep, StringComparison.Ordinal)) is { } fault)
                    wrong.Add($"{method} {path} {(text.Length > 300 ? text[..300] : text)}: {fault}");
            }
        }

        calls.ShouldBeGreaterThan(500);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_answer_what_is_wrong_with_every_parameter()
    {
        var names = await NamesAsync();
        using var document = await _product.Http.JsonAsync("/openapi/v1.json");
        List<string> wrong = [];
        foreach (var (path, _, operation) in Operations(document).Where(call => call.Method == "get"))
        {
            var parameters = operation.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().Where(parameter => parameter.Text("in") == "query").Select(parameter => parameter.Text("name")).ToList() : [];
            foreach (var query in Parameters.SelectMany(value => parameters.Select(name => $"{name}={value}").Append(string.Join('&', parameters.Select(name => $"{name}={value}")))).Distinct())
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Fill(path, names)}?{query}", UriKind.Relative));
                if (await WrongAsync(request, mustRefuse: false) is { } fault)
                    wrong.Add($"get {path}?{query}: {fault}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task<string?> WrongAsync(HttpRequestMessage request, bool mustRefuse)
    {
        using var answer = await _product.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode < 400)
            return mustRefuse ? $"{(int)answer.StatusCode}" : null;
        if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text}";
        return JsonNode.Parse(text)!["code"] is null ? $"no code: {text}" : null;
    }

    private static IEnumerable<string> Bodies(string path, List<string> properties, Names names)
    {
        foreach (var text in Values.Append("{}").Append("").Append("{").Append(Deep).Append($"[{string.Join(',', Enumerable.Repeat("null", 50))}]"))
            yield return text;
        foreach (var value in Values)
            yield return $"{{{string.Join(',', properties.Select(property => $"\"{property}\":{value}"))}}}";
        if (names.Good.GetValueOrDefault(path) is not { } good)
            yield break;
        foreach (var property in properties)
        {
            foreach (var value in Values)
                yield return $"{{{string.Join(',', good.Where(pair => pair.Key != property).Select(pair => $"\"{pair.Key}\":{pair.Value?.ToJsonString() ?? "null"}").Append($"\"{property}\":{value}"))}}}";
        }
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Value.ValueKind == JsonValueKind.Object
        select (path.Name, operation.Name, operation.Value);

    private static List<string> Properties(JsonDocument document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out var choices))
                return [.. choices.EnumerateArray().SelectMany(one => Properties(document, one)).Distinct()];
        }

        return schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(property => property.Name)] : [];
    }

    private static Uri Fill(string path, Names names)
    {
        var conference = path.Contains("/poll", StringComparison.Ordinal) ? names.Poll : path.Contains("/series", StringComparison.Ordinal) ? names.Series : names.Conference;
        var filled = path.Replace("{id}", conference, StringComparison.Ordinal)
            .Replace("{hospitalId}", "H1303", StringComparison.Ordinal).Replace("{siteId}", "H1303-1", StringComparison.Ordinal)
            .Replace("{token}", path.EndsWith("/votes", StringComparison.Ordinal) ? names.PollToken : names.Token, StringComparison.Ordinal);
        return new Uri(filled.Replace("{proposalId}", conference, StringComparison.Ordinal), UriKind.Relative);
    }

    private async Task<Names> NamesAsync()
    {
        var (from, to) = (ConferenceBodies.Today.AddDays(40), ConferenceBodies.Today.AddDays(80));
        var asked = ConferenceBodies.Window("H1301", ["H1302"], from, to);
        var conference = await AskAsync("/api/conferences", asked, "conferenceId");
        var poll = Node(asked);
        poll["poll"] = new JsonObject { ["best"] = 2, ["deadline"] = $"{ConferenceBodies.Today.AddDays(20):yyyy-MM-dd}T17:00:00+09:00" };
        var polled = await AskAsync("/api/conferences", poll, "conferenceId");
        var series = Node(asked);
        series.Remove("window");
        series.Remove("hours");
        series["recurrence"] = new JsonObject { ["start"] = $"{from:yyyy-MM-dd}T08:30", ["rrule"] = "FREQ=WEEKLY;COUNT=2" };
        var repeated = await AskAsync("/api/series", series, "seriesId");
        var good = new Dictionary<string, JsonObject>
        {
            ["/api/conferences"] = Node(asked),
            ["/api/conferences/{id}/amend"] = Node(asked),
            ["/api/slots/search"] = Node(asked),
            ["/api/series"] = series,
            ["/api/series/dry-run"] = series,
            ["/api/conferences/{id}/answers"] = Node(new { hospitalId = "H1302", answer = "tentative" }),
            ["/api/conferences/{id}/poll/votes"] = Node(new { hospitalId = "H1302", marks = Array.Empty<object>() }),
            ["/api/hospitals/{hospitalId}"] = Node(new { nameJa = "試験病院", kind = "regional" }),
            ["/api/sites/{siteId}"] = Node(new { name = "第1会場", protocol = "url" }),
        };
        return new Names(conference, polled, repeated, await TokenAsync(conference, "rsvp"), await TokenAsync(polled, "poll"), good);
    }

    private async Task<string> AskAsync(string path, object body, string id)
    {
        using var answer = await _product.Http.PostJsonAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        using var accepted = await answer.JsonAsync();
        return accepted.RootElement.Text(id);
    }

    private async Task<string> TokenAsync(string conferenceId, string page)
    {
        using var conference = await _product.Http.JsonAsync($"/api/conferences/{conferenceId}");
        var number = conference.RootElement.Text("number");
        List<string> links = [];
        await _product.UntilAsync(
            () =>
            {
                links = [.. MainJobSteps.MailsOf(_product, number).SelectMany(mail => mail.TextBody!.Split('\n')).Select(line => line.Trim()).Where(line => line.Contains($"/{page}/", StringComparison.Ordinal))];
                return Task.FromResult(links.Count > 0);
            },
            $"a mail of {number} with a link");
        return links[0][(links[0].LastIndexOf('/') + 1)..];
    }

    private static JsonObject Node(object body) => (body as JsonObject ?? JsonSerializer.SerializeToNode(body)!.AsObject()).DeepClone().AsObject();

    private sealed record Names(string Conference, string Poll, string Series, string Token, string PollToken, Dictionary<string, JsonObject> Good);
}

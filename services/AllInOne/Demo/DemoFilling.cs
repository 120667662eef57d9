using System.Globalization;
using System.Text.Json.Nodes;
using Conference.Platform.Time;
using Conference.Portal.Access.Users;

namespace Conference.AllInOne.Demo;

/// <summary>Fills the empty product through its own API, and prints the sign-ins.</summary>
internal sealed class DemoFilling(
    IServiceScopeFactory scopes, IHostApplicationLifetime life, DemoApi api, DemoClock clock, NetworkTime network, ILogger<DemoFilling> logger) : BackgroundService
{
    // Hubs with hospitals enough around them, from north to south; Tokyo first: its hub is the hospital that signs in.
    private static readonly string[] Prefectures = ["13", "01", "27", "14", "23", "11", "28", "40", "12", "22", "34", "15", "26"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        try
        {
            await FillAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
        {
            logger.LogError(exception, "The demonstration was not filled to the end; what is there can be used");
        }
        finally
        {
            clock.SetRight();
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    private async Task FillAsync(CancellationToken stoppingToken)
    {
        await api.OpenAsync(stoppingToken);
        var prefectures = await HospitalsAsync(stoppingToken);
        await using (var scope = scopes.CreateAsyncScope())
            await PrintAsync("Sign-ins of this demonstration:", await DemoUsers.MakeAsync(scope.ServiceProvider.GetRequiredService<IUserDirectory>(), prefectures[0][0], stoppingToken));

        var month = new DemoPlan(network, clock.GetUtcNow(), prefectures, await HolidaysAsync(stoppingToken));
        var plan = month.Conferences();
        var script = new DemoScript(api);
        clock.SetBack(DemoPlan.Back);
        var held = await script.RequestAsync([.. plan.Where(conference => conference.IsPast)], stoppingToken);
        clock.SetRight();
        await script.RequestAsync([.. plan.Where(conference => !conference.IsPast && !conference.IsLast)], stoppingToken);
        var occurrences = await script.RequestAsync(month.Series(), stoppingToken);
        await script.RequestAsync([.. plan.Where(conference => conference.IsLast)], stoppingToken);
        await script.RecordAsync(held, stoppingToken);
        await PrintAsync($"The demonstration is ready: {plan.Count} conferences and a series of {occurrences}.", []);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> HospitalsAsync(CancellationToken stoppingToken)
    {
        List<IReadOnlyList<string>> all = [];
        foreach (var prefecture in Prefectures)
        {
            JsonArray items = [];
            await DemoApi.UntilAsync(
                async () => (items = (JsonArray)(await api.GetAsync($"/api/hospitals?prefecture={prefecture}", stoppingToken))["items"]!).Count > 0,
                "the registry to be read", stoppingToken);
            all.Add([.. items.OrderBy(item => (string)item!["kind"]! == "prefectural" ? 0 : 1).Select(item => (string)item!["hospitalId"]!).Take(8)]);
        }

        await DemoApi.UntilAsync(() => CanBookAsync([.. all.SelectMany(hospitals => hospitals)], stoppingToken), "the hospitals to be known everywhere", stoppingToken);
        return all;
    }

    // A search among the hospitals themselves: Booking learns of them by messages.
    private async Task<bool> CanBookAsync(IReadOnlyList<string> hospitalIds, CancellationToken stoppingToken)
    {
        var today = network.DayOf(clock.GetUtcNow());
        try
        {
            var found = await api.PostAsync(
                "/api/slots/search",
                new
                {
                    kind = "connection_test",
                    hostHospitalId = hospitalIds[0],
                    durationMinutes = 15,
                    window = new { from = today.AddDays(60), to = today.AddDays(90) },
                    participants = hospitalIds.Skip(1).Select(id => new { hospitalId = id, required = false }),
                },
                stoppingToken);
            return found["suggestions"] is JsonArray { Count: > 0 };
        }
        catch (HttpRequestException exception) when (exception.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            return false;
        }
    }

    private async Task<HashSet<DateOnly>> HolidaysAsync(CancellationToken stoppingToken) =>
        [.. ((JsonArray)(await api.GetAsync("/api/holidays?pageSize=1000", stoppingToken))["items"]!).Select(day => DateOnly.Parse((string)day!["date"]!, CultureInfo.InvariantCulture))];

    // To the console itself: a log goes elsewhere, and a password is nothing for a log.
    private static async Task PrintAsync(string head, IEnumerable<string> lines) =>
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines.Prepend(head)));
}

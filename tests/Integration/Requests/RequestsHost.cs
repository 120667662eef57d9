using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Conference.Requests;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Conference.IntegrationTests.Requests;

/// <summary>The Requests service on its own store, among partners that a test leads.</summary>
internal sealed class RequestsHost : IAsyncDisposable
{
    public static readonly Caller National = new("u1", "全国 花子", Role.NationalCoordinator, Scope.Nation);

    private readonly TestFolder _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RequestsHost(Partners partners, ShiftedClock clock, WebApplication app, TestFolder folder)
    {
        (Partners, Clock, _app, _folder) = (partners, clock, app, folder);
        _http = new HttpClient();
    }

    public Partners Partners { get; }

    public ShiftedClock Clock { get; }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

    public static async Task<RequestsHost> StartAsync(params string[] settings)
    {
        var (partners, clock, folder) = (new Partners(), new ShiftedClock(), new TestFolder());
        var app = ServiceHost.Build(
            [$"--Data:Path={folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings],
            new RequestsModule(), new PartnersModule(partners, clock));
        var host = new RequestsHost(partners, clock, app, folder);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PartnerStore>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        host._http.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await host.PublishAsync([.. Enumerable.Range(1, 6).Select(i => Hospital($"H130{i}")), Hospital("H1401"), Hospital("H1309", withdrawn: true)]);
        await host.UntilAsync(store => store.Hospitals.CountAsync(), count => count == 8, "the hospitals to be known");
        return host;
    }

    public static object Body(object? when = null, string[]? required = null, string[]? optional = null, string policy = "confirm_if_quorum", int quorum = 2, string title = "合同キャンサーボード（膵）") => new Dictionary<string, object>
    {
        ["title"] = title,
        ["kind"] = "joint_cancer_board",
        ["hostHospitalId"] = "H1301",
        ["durationMinutes"] = 60,
        ["participants"] = (required ?? ["H1302"]).Select(id => new { hospitalId = id, required = true }).Concat((optional ?? []).Select(id => new { hospitalId = id, required = false })).ToList(),
        ["quorum"] = new { minimumHospitals = quorum },
        ["onDeadline"] = policy,
        [when is DateTimeOffset ? "slot" : "window"] = when is DateTimeOffset start
            ? new { start = start.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) }
            : new { from = $"{Today.AddDays(20):yyyy-MM-dd}", to = $"{Today.AddDays(40):yyyy-MM-dd}" },
    };

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, Caller? caller = null, string? key = null)
    {
        using var message = new HttpRequestMessage(method, path);
        if (body is not null)
            message.Content = body as HttpContent ?? JsonContent.Create(body);
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        // The portal's own clock is not put forward, and the token must be good now.
        var tokens = new ServiceTokens(_app.Services.GetRequiredService<IConfiguration>(), _app.Services.GetRequiredService<IOptions<DataOptions>>(), TimeProvider.System);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue(caller ?? National));
        return await _http.SendAsync(message);
    }

    public async Task<Guid> RequestAsync(object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/api/conferences", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ConferenceAccepted>())!.ConferenceId;
    }

    public async Task<Guid> RequestUntilAsync(string state, object body)
    {
        var id = await RequestAsync(body);
        await StateAsync(id, state);
        return id;
    }

    public async Task ActAsync(Guid id, string act, object? body = null, HttpStatusCode expected = HttpStatusCode.Accepted)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"/api/conferences/{id}/{act}", body ?? new { });
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
    }

    public async Task<ConferenceView> ViewAsync(Guid id)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/api/conferences/{id}");
        return (await answer.Content.ReadFromJsonAsync<ConferenceView>())!;
    }

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(Guid id)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/api/conferences/{id}/timeline");
        return (await answer.Content.ReadFromJsonAsync<Page<TimelineEntry>>())!.Items;
    }

    public async Task<ConferenceView> StateAsync(Guid id, string state, int? revision = null)
    {
        ConferenceView? view = null;
        await UntilAsync(async _ => view = await ViewAsync(id), seen => seen.State == state && (revision is null || seen.Revision == revision), () => $"{state}, not {view?.State} at revision {view?.Revision}");
        return view!;
    }

    public Task UntilTimelineAsync(Guid id, string code) =>
        UntilAsync(async _ => await TimelineAsync(id), entries => entries.Any(entry => entry.Why.Code == code), () => $"{code} in the history");

    public Task AnswerAsync(Guid id, string hospitalId, Answer answer, int revision = 1) => PublishAsync(new HospitalAnswered
    {
        ConferenceId = id,
        Revision = revision,
        HospitalId = hospitalId,
        Answer = answer,
        Channel = AnswerChannel.Link,
        AnsweredAt = Clock.GetUtcNow(),
    });

    /// <summary>A hospital marks candidates: true ○, null △, false ×.</summary>
    public Task VoteAsync(Guid id, string hospitalId, int revision, params (DateTimeOffset Start, bool? Suits)[] marks) => PublishAsync(new HospitalVoted
    {
        ConferenceId = id,
        Revision = revision,
        HospitalId = hospitalId,
        Marks = [.. marks.Select(mark => new CandidateMark { Start = mark.Start, Answer = mark.Suits switch { true => Answer.Accepted, null => Answer.Tentative, false => Answer.Declined } })],
        Channel = AnswerChannel.Link,
        VotedAt = Clock.GetUtcNow(),
    });

    /// <summary>Rings as Timers does, though the moment has not come by this clock.</summary>
    public async Task RingEarlyAsync(Guid id)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RequestsStore>();
        var token = await store.Conferences.Where(state => state.CorrelationId == id).Select(state => state.NextMomentToken).SingleAsync();
        store.Send(new DueMessage
        {
            MessageId = Guid.CreateVersion7(),
            Token = token!.Value,
            Destination = new Uri("exchange:requests-conference-lifecycle"),
            MessageTypes = [$"urn:message:{typeof(MomentArrived).Namespace}:{nameof(MomentArrived)}"],
            Payload = $$"""{ "conferenceId": "{{id}}" }""",
        });
        await store.SaveChangesAsync();
    }

    /// <summary>Puts the clock to a moment and rings.</summary>
    public Task RingAtAsync(Guid id, DateTimeOffset moment)
    {
        Clock.MoveTo(moment.AddSeconds(1));
        return PublishAsync(new MomentArrived { ConferenceId = id });
    }

    /// <summary>A request that was accepted and whose message is still on its way.</summary>
    public async Task<Guid> AcceptAsync(string number, ConferenceRequest request)
    {
        var id = Guid.CreateVersion7();
        await using var scope = _app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RequestsStore>();
        store.Add(new AcceptedRequest { ConferenceId = id, Number = number, Request = request, RequestedBy = "依頼 太郎", RequestedAt = Clock.GetUtcNow() });
        store.Add(new PrivateText { Id = id, ConferenceId = id, Text = request.Title });
        store.AddRange(InvolvedHospital.Of(id, request));
        await store.SaveChangesAsync();
        return id;
    }

    public async Task PublishAsync<T>(params T[] messages) where T : class
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RequestsStore>();
        foreach (var message in messages)
            await store.PublishAsync(message);
        await store.SaveChangesAsync();
    }

    public async Task InStoreAsync(Func<RequestsStore, Task> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<RequestsStore>());
    }

    /// <summary>Waits until nothing is on its way; what a consumer gave up on fails the test.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await UntilAsync(store => store.Outbox.CountAsync(message => message.Failure == null), left => left == 0, "the outbox to be empty");
            await using var scope = _app.Services.CreateAsyncScope();
            await UntilAsync(_ => scope.ServiceProvider.GetRequiredService<PartnerStore>().Outbox.CountAsync(message => message.Failure == null), left => left == 0, "the partners to be done");
        }

        await UntilAsync(store => store.Outbox.CountAsync(), left => left == 0, "no message to have failed");
    }

    public Task PartnersToldAsync<T>(Guid id, Func<T, bool> what) =>
        UntilAsync(_ => Task.FromResult(Partners.Of<T>(id)), told => told.Any(what), $"{typeof(T).Name} to be sent");

    public Task UntilAsync<T>(Func<RequestsStore, Task<T>> look, Func<T, bool> enough, string what) => UntilAsync(look, enough, () => what);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task UntilAsync<T>(Func<RequestsStore, Task<T>> look, Func<T, bool> enough, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            await using (var scope = _app.Services.CreateAsyncScope())
            {
                if (enough(await look(scope.ServiceProvider.GetRequiredService<RequestsStore>())))
                    return;
            }

            if (waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException($"Waited for {what()}.");
            await Task.Delay(10);
        }
    }

    private static HospitalChanged Hospital(string id, bool withdrawn = false) => new()
    {
        HospitalId = id,
        Version = 1,
        NameJa = $"{id}病院",
        NameEn = $"{id} Hospital",
        Prefecture = id[1..3],
        Kind = HospitalKind.Regional,
        Withdrawn = withdrawn,
        Sites = [new HospitalSite { SiteId = $"{id}-1", Name = "第一会議室", Protocol = EndpointProtocol.H323, Ports = 1, Active = true }],
    };
}

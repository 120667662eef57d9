using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Portal.Access;
using Conference.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conference.IntegrationTests.Portal.Conferences;

/// <summary>The portal before a stand-in for Requests that knows one conference and answers as a test wants it.</summary>
internal sealed class OneConference : IAsyncDisposable
{
    private readonly WebApplication _requests;
    private PortalHost _portal = null!;

    private OneConference(WebApplication requests) => _requests = requests;

    public static Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Somebody who may act on it.</summary>
    public Browser Browser { get; private set; } = null!;

    /// <summary>The bodies of what was asked for.</summary>
    public ConcurrentQueue<JsonElement> Sent { get; } = new();

    public HttpStatusCode Reading { get; set; } = HttpStatusCode.OK;

    public HttpStatusCode Writing { get; set; } = HttpStatusCode.Accepted;

    /// <summary>What is wrong with what is asked for, where it is refused.</summary>
    public object? Problem { get; set; }

    public static async Task<OneConference> StartAsync(ConferenceView view)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var one = new OneConference(builder.Build());
        one._requests.MapGet($"/api/conferences/{Id}", () => one.Reading == HttpStatusCode.OK ? Results.Json(view) : Results.StatusCode((int)one.Reading));
        one._requests.MapPost($"/api/conferences/{Id}/{{act}}", one.Take);
        await one._requests.StartAsync();
        one._portal = await PortalHost.StartAsync(null, [$"--Services:Requests={one._requests.Urls.First()}"], new PortalModule());
        one.Browser = one._portal.NewBrowser();
        using var signedIn = await one.Browser.SubmitAsync("/signin", "token", ("Token", await File.ReadAllTextAsync(one._portal.AdminTokenFile)));
        return one;
    }

    public static ConferenceView View(string[] hospitals, string? declined = null, AttendanceEntry[]? attendance = null, string? minutes = null) => new()
    {
        ConferenceId = Id,
        Number = "2026-000001",
        State = "AwaitingRecord",
        Revision = 1,
        Request = new ConferenceRequest
        {
            Title = "合同キャンサーボード（膵）", Kind = ConferenceKind.JointCancerBoard, HostHospitalId = hospitals[0], DurationMinutes = 60,
            Participants = [.. hospitals.Skip(1).Select(hospital => new ConferenceParticipant { HospitalId = hospital, Required = hospital != declined, Role = ParticipantRole.Presenter })],
        },
        RequestedBy = "佐藤",
        RequestedAt = DateTimeOffset.UnixEpoch.AddYears(56),
        Participants = [.. hospitals.Select(hospital => new ParticipantStatus
        {
            HospitalId = hospital, Required = hospital != declined, Booked = true, Answer = hospital == declined ? Answer.Declined : Answer.Accepted,
            Role = hospital == hospitals[0] ? ParticipantRole.HostSite : ParticipantRole.Presenter,
        })],
        Attendance = attendance ?? [],
        Minutes = minutes,
    };

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
        await _requests.DisposeAsync();
    }

    private IResult Take(JsonElement body)
    {
        Sent.Enqueue(body);
        return Problem is { } problem
            ? Results.Json(problem, contentType: "application/problem+json", statusCode: (int)Writing)
            : Results.StatusCode((int)Writing);
    }
}

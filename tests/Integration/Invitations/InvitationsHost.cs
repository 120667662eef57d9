using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Platform;
using Conference.Invitations;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Invitations;

/// <summary>The Invitations service alone, over files in a folder of its own unless it is given one.</summary>
internal sealed class InvitationsHost : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly bool _keepsFolder;
    private readonly WebApplication _app;

    private InvitationsHost(TestFolder? folder, string[] settings)
    {
        (_folder, _keepsFolder) = (folder ?? new TestFolder(), folder is not null);
        _app = ServiceHost.Build([$"--Data:Path={_folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings], new InvitationsModule());
    }

    public IServiceProvider Services => _app.Services;

    public string MailPath => Path.Combine(_folder.Path, "mail");

    public Guid ConferenceId { get; } = Guid.CreateVersion7();

    public DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600) + (20 * 86400));

    public static Task<InvitationsHost> StartAsync(params string[] settings) => StartAsync(null, settings);

    /// <summary>Starts on a folder that stays when the host goes.</summary>
    public static async Task<InvitationsHost> StartAsync(TestFolder? folder, params string[] settings)
    {
        var host = new InvitationsHost(folder, settings);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>Starts and invites a contact each of two hospitals, the first of them the host.</summary>
    public static async Task<InvitationsHost> InvitedAsync(params string[] settings)
    {
        var host = await StartAsync(settings);
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InviteAsync(1, "H1301", "H1302");
        return host;
    }

    public async Task<T> InAsync<T>(Func<InvitationsStore, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<InvitationsStore>());
    }

    /// <summary>Publishes and returns when the message took effect.</summary>
    public async Task TakeAsync<T>(T message) where T : class
    {
        await InAsync(async store =>
        {
            await store.PublishAsync(message);
            return await store.SaveChangesAsync();
        });
        await UntilAsync(async () => !await InAsync(store => store.Outbox.AnyAsync()));
    }

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(20);
        }
    }

    public Task ContactsAsync(string hospitalId, long version, params (int Id, string Address)[] contacts) => TakeAsync(new HospitalContactsChanged
    {
        HospitalId = hospitalId,
        Version = version,
        Contacts = [.. contacts.Select(contact => new HospitalContact
        {
            ContactId = ContactId(contact.Id), Name = "医療連携室", Email = contact.Address, Role = ContactRole.SiteContact,
        })],
    });

    public Task InviteAsync(int revision, params string[] hospitalIds) => InviteAtAsync(revision, Start, hospitalIds);

    public Task InviteAtAsync(int revision, DateTimeOffset start, params string[] hospitalIds) => TakeAsync(new SendInvitations
    {
        ConferenceId = ConferenceId,
        Revision = revision,
        Brief = new ConferenceBrief
        {
            Number = "2026-0001",
            Kind = ConferenceKind.JointCancerBoard,
            HostHospitalId = hospitalIds[0],
            Start = start,
            End = start.AddHours(1),
            CaseCount = 2,
            ReplyBy = start.AddDays(-5),
        },
        Hospitals = [.. hospitalIds.Select(id => new InvitedHospital { HospitalId = id, Required = true, Role = ParticipantRole.Presenter })],
    });

    public static Guid ContactId(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public Task<List<Mail>> MailsAsync() => InAsync(store => store.Mails.AsNoTracking().OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.MailId).ToListAsync());

    /// <summary>Returns when no mail waits. One that our own linter or composer stopped is a mistake of ours, not a mail that was refused.</summary>
    public async Task UntilSentAsync()
    {
        await UntilAsync(async () => !await InAsync(store => store.Mails.AnyAsync(mail => mail.State == MailState.Queued)));
        var stopped = await InAsync(store => store.Mails.Where(mail => mail.Error!.StartsWith("lint ") || mail.Error.StartsWith("compose ")).Select(mail => $"{mail.Kind}: {mail.Error}").ToListAsync());
        if (stopped.Count > 0)
            throw new InvalidOperationException(string.Join('\n', stopped));
    }

    public HttpClient ClientOf(Role? role = null, string scope = "nation")
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        if (role is { } known && Scope.TryParse(scope, out var parsed))
        {
            var token = _app.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("u1", "Test", known, parsed));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    /// <summary>Who is invited and what came of it, as far as this role sees it.</summary>
    public async Task<IReadOnlyList<InvitationView>> LedgerAsync(Role role)
    {
        using var client = ClientOf(role);
        return (await client.GetFromJsonAsync<Contracts.Page<InvitationView>>($"/api/conferences/{ConferenceId}/invitations"))!.Items;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepsFolder)
            _folder.Dispose();
    }
}

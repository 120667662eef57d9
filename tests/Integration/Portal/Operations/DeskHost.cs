using System.Diagnostics;
using Conference.Council;
using Conference.Council.Storage;
using Conference.Hospitals;
using Conference.Hospitals.Storage;
using Conference.IntegrationTests.Portal.Access;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Conference.Portal;
using Conference.Portal.Access.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Conference.IntegrationTests.Portal.Operations;

/// <summary>The portal with two services, embedded, whose outboxes a test reaches into; Booking and others do not answer.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public const string Failure = "hospitals-republish-hospitals: InvalidOperationException: Broken on purpose.\nSecond line.";
    private const string Password = "three calm green rivers";

    private readonly PortalHost _host;

    private DeskHost(PortalHost host) => _host = host;

    public static async Task<DeskHost> StartAsync()
    {
        var host = new DeskHost(await PortalHost.StartAsync(null, ["--Hospitals:ImportAtStart=false"], new HospitalsModule(), new CouncilModule(), new PortalModule()));
        // The first look of a delivery takes up what is held, too: a test's message must come after it.
        foreach (var service in new[] { "hospitals", "council" })
            await host.UntilGoneAsync(service, await host.PutAsync(service, DateTimeOffset.UnixEpoch));
        return host;
    }

    /// <summary>A message that was given up, whose consumer would take it now; left alone until somebody acts.</summary>
    public Task<Guid> PutAsync(string service) => PutAsync(service, DateTimeOffset.UnixEpoch.AddYears(80));

    public async Task UntilGoneAsync(string service, Guid id)
    {
        var waited = Stopwatch.StartNew();
        while (await IsThereAsync(service, id))
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90));
            await Task.Delay(20);
        }
    }

    public Task<long> PlaceOfAsync(string service, Guid id) =>
        InAsync(service, store => store.Outbox.Where(row => row.MessageId == id).Select(row => row.Sequence).SingleAsync());

    public Task<bool> IsThereAsync(string service, Guid id) => InAsync(service, store => store.Outbox.AnyAsync(row => row.MessageId == id));

    public Task<List<AuditEntry>> AuditAsync(string service, Guid id) =>
        InAsync(service, store => store.AuditEntries.AsNoTracking().Where(entry => entry.Subjects.Contains($"messageId={id}")).ToListAsync());

    public async Task<Browser> SignInAsync(Role role)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var email = $"{role}@network.example";
        var created = await scope.ServiceProvider.GetRequiredService<IUserDirectory>().CreateAsync(new NewUser
        {
            Name = "佐藤", Email = email, Role = role, Scope = Scope.Nation, Password = Password, MustChoosePassword = false, MaySkipSecondFactor = true,
        });
        created.Id.ShouldNotBeNull();
        var browser = _host.NewBrowser();
        await browser.SignInAsync(email, Password);
        return browser;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<Guid> PutAsync(string service, DateTimeOffset heldUntil)
    {
        var id = Guid.CreateVersion7();
        await InAsync(service, store =>
        {
            store.Outbox.Add(new OutboxMessage
            {
                MessageId = id,
                MessageType = "urn:message:Conference.Contracts.Hospitals:RepublishHospitals",
                Destination = new Uri("loopback://localhost/Conference.Contracts.Hospitals:RepublishHospitals"),
                ContentType = "application/vnd.masstransit+json",
                Body = $$"""{"messageId":"{{id}}","messageType":["urn:message:Conference.Contracts.Hospitals:RepublishHospitals"],"message":{"requestedBy":"予定表 <desk>"} }""",
                WrittenAt = DateTimeOffset.UnixEpoch.AddYears(56),
                HeldUntil = heldUntil,
                Failure = Failure,
            });
            return store.SaveChangesAsync();
        });
        return id;
    }

    private async Task<T> InAsync<T>(string service, Func<ServiceStore, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work((ServiceStore)scope.ServiceProvider.GetRequiredService(service == "council" ? typeof(CouncilStore) : typeof(HospitalsStore)));
    }
}

using Conference.Booking;
using Conference.Contracts.Hospitals;
using Conference.Council;
using Conference.IntegrationTests.Hospitals;
using Conference.Invitations;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Conference.Requests;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform;

public sealed class When_a_copy_is_empty : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Should_ask_for_the_hospitals_in_each_service_that_keeps_a_copy_until_it_knows_one()
    {
        var asked = new Asked();
        await using var app = ServiceHost.Build(
            [$"--Data:Path={_folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"],
            new BookingModule(), new InvitationsModule(), new RequestsModule(), new CouncilModule(), new AskedModule(asked));
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ListeningStore>().Database.EnsureCreatedAsync();
        await app.StartAsync();

        await HospitalsHost.UntilAsync(() => asked.By.Count == 4);
        asked.By.Keys.Order().ShouldBe(["booking", "council", "invitations", "requests"]);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<ListeningStore>();
            await store.PublishAsync(new HospitalChanged { HospitalId = "H1301", Version = 1, NameJa = "病院", NameEn = "Hospital", Prefecture = "13", Kind = HospitalKind.Regional, Withdrawn = false, Sites = [] });
            await store.SaveChangesAsync();
        }

        // Whoever knows a hospital stops its clock.
        await HospitalsHost.UntilAsync(() => asked.Clocks == 0);
        await app.StopAsync();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Who asked, and by how many clocks more would be asked.</summary>
    private sealed class Asked
    {
        private int _clocks;

        public System.Collections.Concurrent.ConcurrentDictionary<string, int> By { get; } = new();

        public int Clocks => Volatile.Read(ref _clocks);

        public void Start() => Interlocked.Increment(ref _clocks);

        public void Stop() => Interlocked.Decrement(ref _clocks);
    }

    private sealed class AskedConsumer(Asked asked) : IConsumer<RepublishHospitals>
    {
        public Task Consume(ConsumeContext<RepublishHospitals> context)
        {
            asked.By.AddOrUpdate(context.Message.RequestedBy, 1, (_, times) => times + 1);
            return Task.CompletedTask;
        }
    }

    private sealed class AskedModule(Asked asked) : IServiceModule
    {
        public string Name => "listening";

        public void Configure(ModuleBuilder module)
        {
            module.AddStore<ListeningStore, SqliteListeningStore, PostgresListeningStore>().AddConsumer<AskedConsumer>();
            module.Services.AddSingleton(asked);
            module.Services.AddSingleton<TimeProvider>(new QuickMinutes(asked));
        }

        public void Map(IEndpointRouteBuilder endpoints)
        {
        }
    }

    /// <summary>A clock on which what happens each minute happens at once.</summary>
    private sealed class QuickMinutes(Asked asked) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != TimeSpan.FromSeconds(10))
                return base.CreateTimer(callback, state, dueTime, period);
            asked.Start();
            return new CountedTimer(base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100)), asked);
        }
    }

    private sealed class CountedTimer(ITimer timer, Asked asked) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            asked.Stop();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using System.Net.Http.Json;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

/// <summary>With PostgreSQL memory hears of what was given back a moment later: until then it must not be what refuses.</summary>
[Collection(UsesServers.Name)]
public sealed class When_memory_is_a_moment_behind(SharedServers servers) : IAsyncLifetime
{
    private static readonly string[] Hospitals = ["H1301", "H1302"];

    private BookingHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await BookingHost.StartAsync([.. (await servers.NewPlaceAsync()).Settings]);
        await _host.RegisterAsync(2);
        await BookingHost.UntilAsync(() => _host.InAsync<BookingStore, bool>(RememberAsync));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_not_refuse_a_time_that_a_hospital_proposed()
    {
        var question = new CheckSlot { CheckId = Guid.CreateVersion7(), ConferenceId = Guid.CreateVersion7(), Criteria = Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.HalfPastFive, 1, 2).Criteria };

        (await _host.AskAsync(question)).ShouldBeOfType<SlotChecked>().Possible.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_not_find_an_occurrence_of_a_series_taken()
    {
        using var http = _host.Http;

        var answer = await http.PostAsJsonAsync(new Uri("/api/series/dry-run", UriKind.Relative), new
        {
            kind = "joint_cancer_board",
            durationMinutes = 60,
            hostHospitalId = "H1301",
            participants = Hospitals.Select(id => new { hospitalId = id, required = true }),
            recurrence = new { start = $"{Wishes.Day:yyyy-MM-dd}T17:30", rrule = "FREQ=WEEKLY;COUNT=2", holidays = "keep" },
        });

        (await answer.Content.ReadFromJsonAsync<SeriesDryRun>())!.Occurrences.ShouldAllBe(occurrence => occurrence.Verdict == OccurrenceVerdict.Fits);
    }

    /// <summary>Memory still holds what the store does not any more; false until it is kept at all.</summary>
    private static async Task<bool> RememberAsync(BookingStore store)
    {
        var memory = store.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<BookingMemory>();
        if (await memory.LookAsync(store, CancellationToken.None) is not var (_, booked))
            return false;
        var conferenceId = Guid.CreateVersion7();
        booked.Put(conferenceId, [new SiteBooking { ConferenceId = conferenceId, SiteId = "H1302-1", Start = Wishes.HalfPastFive, End = Wishes.At(18, 30) }], []);
        return true;
    }
}

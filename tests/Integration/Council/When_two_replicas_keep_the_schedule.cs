using System.Diagnostics.Metrics;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

[Collection(UsesServers.Name)]
public sealed class When_two_replicas_keep_the_schedule(SharedServers servers)
{
    private const int Changes = 120;

    [Fact]
    public async Task Should_take_every_change_of_one_conference_at_the_first_try_and_keep_the_newest()
    {
        var place = await servers.NewPlaceAsync();
        await using var one = await CouncilHost.StartAsync(place.Settings);
        await using var other = await CouncilHost.StartAsync(place.Settings);
        var (id, start) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 12, 10, 8, 30, 0, TimeSpan.Zero));
        await one.SendAsync(Said.Conference(id, start, "H1301", [], version: 1));
        await one.UntilAsync(store => store.Conferences.AnyAsync());
        var changes = Enumerable.Range(2, Changes - 1).Select(version => Said.Conference(id, start.AddHours(version), "H1301", [PartnerOf(version)], version)).ToArray();
        new Random(20261123).Shuffle(changes);
        var before = ConcurrencyFailures();

        await Task.WhenAll(changes.Select((change, number) => (number % 2 == 0 ? one : other).SendAsync(change)));
        await one.UntilAsync(async store => await store.Inbox.CountAsync() == Changes);

        var kept = await one.InStoreAsync(store => store.Conferences.Include(conference => conference.Hospitals).SingleAsync());
        kept.Version.ShouldBe(Changes);
        kept.Hospitals.Select(row => row.HospitalId).Order().ShouldBe(["H1301", PartnerOf(Changes)]);
        ConcurrencyFailures().ShouldBe(before);
    }

    private static string PartnerOf(int version) => $"H13{10 + (version % 20)}";

    /// <summary>How many saves in this process met a row that another had changed: each is a message that was tried again.</summary>
    private static long ConcurrencyFailures()
    {
        long? failures = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "microsoft.entityframeworkcore.optimistic_concurrency_failures")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measured, _, _) => failures = measured);
        listener.Start();
        listener.RecordObservableInstruments();
        return failures.ShouldNotBeNull();
    }
}

using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Booking;

/// <summary>
/// Rounds of four clients at once who ask for one hour on a bridge that takes two of them, at two replicas over RabbitMQ and
/// PostgreSQL. 10,000 rounds: <c>dotnet run -c Release --project tests/Benchmarks -- limit</c>.
/// </summary>
[Collection(UsesServers.Name)]
public sealed class When_four_ask_for_what_is_limited(SharedServers servers)
{
    private const int Rounds = 150;
    private const int Clients = 4;
    private const int Fitting = 2;

    [Fact]
    public async Task Should_give_it_to_two_in_every_round()
    {
        var place = await servers.NewPlaceAsync();
        var (one, other) = await BookingHost.StartTwoAsync([.. place.Settings, "--Booking:SetupMinutes=0", "--Bridges:0:Id=small", $"--Bridges:0:Ports={Fitting}"]);
        await using (one)
        await using (other)
        {
            await one.RegisterAsync(Clients);

            await Task.WhenAll(Enumerable.Range(0, Rounds).SelectMany(round => Enumerable.Range(1, Clients).Select(client =>
                (client % 2 == 0 ? one : other).PublishAsync(Wishes.Hold(Guid.CreateVersion7(), 1, Wishes.At(0, 0).AddHours(round), client)))));
            await BookingHost.UntilAsync(() => Task.FromResult(one.Heard.Messages.Count + other.Heard.Messages.Count == Rounds * Clients));

            var held = await one.InAsync<BookingStore, List<DateTimeOffset>>(store => store.SiteBookings.Select(row => row.Start).ToListAsync());
            held.CountBy(start => start).ShouldBe(Enumerable.Range(0, Rounds).Select(round => KeyValuePair.Create(Wishes.At(0, 0).AddHours(round), Fitting)), ignoreOrder: true);
            one.Heard.All<SlotHeld>().Concat(other.Heard.All<SlotHeld>()).Count().ShouldBe(Rounds * Fitting);
        }
    }
}

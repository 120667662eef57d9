using System.Net.Sockets;
using Conference.Platform.Messaging;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Messaging;

public sealed class OutagePatienceTests
{
    private static readonly NpgsqlException Outage = new("The database does not answer.", new SocketException((int)SocketError.ConnectionRefused));

    private readonly FakeTimeProvider _clock = new();
    private readonly Message _message = new();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void CanRetry_AnOutage_EndsByTimeHoweverLongATryTakes(int secondsATry)
    {
        using var tries = new OutagePatience(_clock).CreatePolicyContext(_message);
        tries.CanRetry(Outage, out var next).ShouldBeTrue();
        var waited = TimeSpan.Zero;
        for (var again = true; again; waited += TimeSpan.FromSeconds(secondsATry))
        {
            next.Delay.ShouldBe(TimeSpan.FromSeconds(1));
            _clock.Advance(TimeSpan.FromSeconds(secondsATry));
            again = next.CanRetry(Outage, out next);
        }

        waited.ShouldBeInRange(OutagePatience.Limit, OutagePatience.Limit + TimeSpan.FromSeconds(secondsATry));
        waited.ShouldBeLessThan(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void CanRetry_AnotherFault_IsNotItsMatter()
    {
        using var tries = new OutagePatience(_clock).CreatePolicyContext(_message);

        tries.CanRetry(new InvalidOperationException(), out _).ShouldBeFalse();
    }

    private sealed class Message : BasePipeContext, PipeContext;
}

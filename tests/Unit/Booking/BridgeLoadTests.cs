using Conference.Booking.Bridges;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class BridgeLoadTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 12, 10, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Load_OverlappingAndBackToBack_CountsWhatIsReservedAtOnce()
    {
        var load = Load(new PortUse(1, 4, At(9), At(10)), new PortUse(5, 7, At(9.5), At(11)), new PortUse(1, 4, At(10), At(12)));

        (load.Now, load.Peak, load.PeakAt).ShouldBe((4, 7, At(9.5)));
    }

    [Fact]
    public void Load_BegunTheDayBefore_IsCountedFromMidnight()
    {
        var load = Load(new PortUse(1, 2, At(-1), At(1)));

        (load.Now, load.Peak, load.PeakAt).ShouldBe((0, 2, Midnight));
    }

    [Fact]
    public void Load_Nothing_IsNought()
    {
        var load = Load();

        (load.Now, load.Peak, load.PeakAt).ShouldBe((0, 0, null));
    }

    private static Contracts.Booking.BridgeLoad Load(params PortUse[] uses) => ShowPortsEndpoint.Load(new BridgeUse("national", 60, uses), Midnight, At(9));

    private static DateTimeOffset At(double hour) => Midnight.AddHours(hour);
}

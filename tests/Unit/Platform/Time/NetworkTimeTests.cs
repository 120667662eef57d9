using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Time;

public sealed class NetworkTimeTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    [Fact]
    public void At_AWallTime_IsItsInstant() =>
        Tokyo.At(new DateOnly(2026, 12, 10), new TimeOnly(17, 30)).ShouldBe(new DateTimeOffset(2026, 12, 10, 8, 30, 0, TimeSpan.Zero));

    [Fact]
    public void At_BeforeTheFirstInstant_IsTheFirst() => Tokyo.StartOf(DateOnly.MinValue).ShouldBe(DateTimeOffset.MinValue);

    [Fact]
    public void At_AfterTheLastInstant_IsTheLast()
    {
        var west = new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"));

        west.At(DateOnly.MaxValue, TimeOnly.MaxValue).ShouldBe(DateTimeOffset.MaxValue);
        west.ToLocal(DateTimeOffset.MaxValue).ShouldBe(DateTimeOffset.MaxValue);
    }
}

using Conference.Booking.Availability;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class BitTimelineTests
{
    [Fact]
    public void Spread_AnyLength_SetsWhatWouldCollide() =>
        Gen.Select(Gen.Int[1, 300], Gen.Select(Gen.Int[-10, 310], Gen.Int[-10, 310]).Array[0, 4], Gen.Int[1, 200]).Sample((steps, ranges, length) =>
        {
            using var line = new BitTimeline(steps);
            foreach (var (from, end) in ranges)
                line.Set(from, end);
            var busy = Enumerable.Range(0, steps).Select(step => ranges.Any(range => step >= range.Item1 && step < range.Item2)).ToArray();
            using var spread = line.Copy().Spread(length);

            line.SetSteps().ShouldBe(Enumerable.Range(0, steps).Where(step => busy[step]));
            for (var step = 0; step < steps; step++)
                spread[step].ShouldBe(busy.Skip(step).Take(length).Any(set => set));
        });
}

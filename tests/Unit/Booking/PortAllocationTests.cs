using Conference.Booking.Bridges;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class PortAllocationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 10, 3, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int Ports, (int Start, int Length, int Count)[] Wishes)> Days =
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 40], Gen.Int[1, 20], Gen.Int[1, 6]).Array[1, 40]);

    [Fact]
    public void Allocate_WhateverFitsByCount_IsBookedWithoutOverlap() => Days.Sample(
        day =>
        {
            var taken = new List<PortUse>();
            foreach (var (start, length, count) in day.Wishes)
            {
                var (from, to) = (Noon.AddMinutes(start), Noon.AddMinutes(start + length));
                var fits = Enumerable.Range(start, length).All(minute => day.Ports - InUse(taken, Noon.AddMinutes(minute)) >= count);
                var runs = PortAllocation.Allocate(new BridgeUse("b", day.Ports, taken), count, from, to);

                (runs is not null).ShouldBe(fits);
                taken.AddRange(runs ?? []);
            }

            for (var i = 0; i < taken.Count; i++)
            {
                taken[i].FirstPort.ShouldBeGreaterThanOrEqualTo(1);
                taken[i].LastPort.ShouldBeLessThanOrEqualTo(day.Ports);
                taken.Take(i).Any(other => Overlap(other, taken[i])).ShouldBeFalse();
            }
        },
        iter: 5_000);

    [Fact]
    public void Allocate_FreeBridge_TakesTheLowestPortsInOneRun() =>
        PortAllocation.Allocate(new BridgeUse("b", 60, []), 12, Noon, Noon.AddHours(1)).ShouldBe([new PortUse(1, 12, Noon, Noon.AddHours(1))]);

    [Fact]
    public void Allocate_OnlyFreeInTurns_ChangesPortsInBetween()
    {
        var half = Noon.AddMinutes(30);
        var bridge = new BridgeUse("b", 2, [new PortUse(1, 1, Noon, half), new PortUse(2, 2, half, Noon.AddHours(1))]);

        PortAllocation.Allocate(bridge, 1, Noon, Noon.AddHours(1)).ShouldBe([new PortUse(2, 2, Noon, half), new PortUse(1, 1, half, Noon.AddHours(1))]);
    }

    private static int InUse(List<PortUse> uses, DateTimeOffset instant) => uses.Where(use => use.Start <= instant && use.End > instant).Sum(use => use.Count);

    private static bool Overlap(PortUse a, PortUse b) => a.FirstPort <= b.LastPort && b.FirstPort <= a.LastPort && a.Start < b.End && b.Start < a.End;
}

namespace Conference.IntegrationTests.Requests;

/// <summary>The system's clock, put forward: timers go on ticking, dates are what a test wants.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref _shift, (instant - System.GetUtcNow()).Ticks);
}

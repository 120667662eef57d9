namespace Conference.AllInOne.Demo;

/// <summary>
/// The real time, which the demonstration sets back while it requests conferences that are to lie in the past: what
/// has happened must have been requested before it happened.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private long _backTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(-Interlocked.Read(ref _backTicks));

    public void SetBack(TimeSpan by) => Interlocked.Exchange(ref _backTicks, by.Ticks);

    public void SetRight() => SetBack(TimeSpan.Zero);
}

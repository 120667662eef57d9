namespace Conference.Invitations.Outbound;

/// <summary>
/// Keeps the mails of one dispatcher in its hand for as long as it works on them. The claim is short: when the process is
/// killed, another takes its mails over within a minute.
/// </summary>
internal sealed class MailLease : IAsyncDisposable
{
    // A mail takes some time on its way: the last moments of a claim are not used.
    private static readonly TimeSpan Sure = MailQueue.Lease * 0.75;

    private readonly CancellationTokenSource _done = new();
    private readonly TimeProvider _time;
    private readonly Task _renewing;
    private volatile Claim? _claim;

    /// <param name="queue">Where the mails are claimed.</param>
    /// <param name="mails">The mails.</param>
    /// <param name="claim">From before they were.</param>
    /// <param name="time">The clock.</param>
    public MailLease(MailQueue queue, IReadOnlyList<Mail> mails, Claim claim, TimeProvider time)
    {
        (_time, _claim) = (time, claim);
        _renewing = KeepAsync(queue, mails, _done.Token);
    }

    /// <summary>
    /// Whether the mails are in this dispatcher's hand for certain. By elapsed time and by the clock, for the first stands still
    /// while a machine sleeps: who was not run while its claim ran out must not go on sending what another has sent, or
    /// replaced, since.
    /// </summary>
    public bool Holds => _claim is { } claim && _time.GetElapsedTime(claim.Elapsed) < Sure && _time.GetUtcNow() - claim.At < Sure;

    /// <summary>When the mails were taken in hand, or kept, last; null when they are not any more.</summary>
    public Claim? Last => _claim;

    /// <summary>Ends with the claim.</summary>
    public Task Ended => _renewing;

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        _done.Dispose();
    }

    private async Task KeepAsync(MailQueue queue, IReadOnlyList<Mail> mails, CancellationToken done)
    {
        using var timer = new PeriodicTimer(MailQueue.Lease / 4, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(done) && Holds)
                await RenewAsync(queue, mails, done);
            // What has run out may be another's by now, and is not taken back.
            _claim = null;
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The mails are settled.
        }
    }

    private async Task RenewAsync(MailQueue queue, IReadOnlyList<Mail> mails, CancellationToken done)
    {
        var now = Claim.Now(_time);
        try
        {
            _claim = await queue.RenewAsync(mails, done) > 0 ? now : null;
        }
        catch (Exception)
        {
            // The store is away, as the dispatcher will find by itself: at worst another process hands the same mail over again.
        }
    }
}

/// <summary>A moment by both clocks.</summary>
internal sealed record Claim(long Elapsed, DateTimeOffset At)
{
    public static Claim Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());
}

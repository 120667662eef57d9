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
    private long _claimed;

    /// <param name="queue">Where the mails are claimed.</param>
    /// <param name="mails">The mails.</param>
    /// <param name="claimed">A timestamp from before they were.</param>
    /// <param name="time">The clock.</param>
    public MailLease(MailQueue queue, IReadOnlyList<Mail> mails, long claimed, TimeProvider time)
    {
        (_time, _claimed) = (time, claimed);
        _renewing = RenewAsync(queue, mails, _done.Token);
    }

    /// <summary>
    /// Whether the mails are in this dispatcher's hand for certain. By elapsed time: a process that stood still while its
    /// claim ran out must not go on sending what another has sent, or replaced, since.
    /// </summary>
    public bool Holds => _time.GetElapsedTime(RenewedAt) < Sure;

    /// <summary>The timestamp from which the claim counts.</summary>
    public long RenewedAt => Interlocked.Read(ref _claimed);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        _done.Dispose();
    }

    private async Task RenewAsync(MailQueue queue, IReadOnlyList<Mail> mails, CancellationToken done)
    {
        using var timer = new PeriodicTimer(MailQueue.Lease / 4, _time);
        while (!done.IsCancellationRequested)
        {
            try
            {
                // One that has run out may be another's by now, and is not taken back.
                while (await timer.WaitForNextTickAsync(done) && Holds)
                {
                    var renewed = _time.GetTimestamp();
                    await queue.RenewAsync(mails, done);
                    Interlocked.Exchange(ref _claimed, renewed);
                }

                if (!done.IsCancellationRequested)
                    return;
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                // The mails are settled.
            }
            catch (Exception)
            {
                // The store is away, as the dispatcher will find by itself: at worst another process hands the same mail over again.
            }
        }
    }
}

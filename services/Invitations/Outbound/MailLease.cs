namespace Conference.Invitations.Outbound;

/// <summary>
/// Keeps the mails of one dispatcher in its hand for as long as it works on them. The claim is short: when the process is
/// killed, another takes its mails over within a minute.
/// </summary>
internal sealed class MailLease : IAsyncDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewing;

    public MailLease(MailQueue queue, IReadOnlyList<Mail> mails, TimeProvider time) => _renewing = RenewAsync(queue, mails, time, _done.Token);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        _done.Dispose();
    }

    private static async Task RenewAsync(MailQueue queue, IReadOnlyList<Mail> mails, TimeProvider time, CancellationToken done)
    {
        using var timer = new PeriodicTimer(MailQueue.Lease / 4, time);
        while (!done.IsCancellationRequested)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(done))
                    await queue.RenewAsync(mails, done);
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

using System.Threading.Channels;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Writes down what became of mails while the next one is handed over: nobody waits for the store, and a crash leaves only
/// what was handed over during one transaction unwritten, to be sent again.
/// </summary>
internal sealed class SettleLine
{
    private readonly MailQueue _queue;
    private readonly Channel<Handover> _handed = Channel.CreateUnbounded<Handover>();
    private readonly Task _writing;

    public SettleLine(MailQueue queue)
    {
        _queue = queue;
        _writing = WriteAsync();
    }

    public Task AddAsync(Handover handover)
    {
        _handed.Writer.TryWrite(handover);
        return _writing.IsFaulted ? _writing : Task.CompletedTask;
    }

    /// <summary>Returns when all is written down.</summary>
    public Task EndAsync()
    {
        _handed.Writer.TryComplete();
        return _writing;
    }

    // What the server took is written down even when the process is stopping.
    private async Task WriteAsync()
    {
        while (await _handed.Reader.WaitToReadAsync(CancellationToken.None))
        {
            List<Handover> some = [];
            while (_handed.Reader.TryRead(out var handover))
                some.Add(handover);
            await _queue.SettleAsync(some, CancellationToken.None);
        }
    }
}

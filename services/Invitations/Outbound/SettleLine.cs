using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Writes down what became of mails while the next one is handed over: nobody waits for the store, and a crash leaves only
/// what was handed over during one transaction unwritten, to be sent again.
/// </summary>
internal sealed class SettleLine
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly MailQueue _queue;
    private readonly TimeProvider _time;
    private readonly Channel<Handover> _handed = Channel.CreateUnbounded<Handover>();
    private readonly ConcurrentDictionary<Guid, Handover> _known = new();
    private readonly Task _writing;
    private volatile Task _retrying = Task.CompletedTask;

    public SettleLine(MailQueue queue, TimeProvider time)
    {
        (_queue, _time) = (queue, time);
        _writing = WriteAsync();
    }

    /// <summary>Takes what became of a mail. While that cannot be written down the next mail waits.</summary>
    public Task AddAsync(Handover handover)
    {
        _known[handover.MailId] = handover;
        _handed.Writer.TryWrite(handover);
        return _writing.IsFaulted ? _writing : _retrying;
    }

    /// <summary>Whether it is known what became of a mail, written down or not.</summary>
    public bool Knows(Guid mailId) => _known.ContainsKey(mailId);

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
            await SettleAsync(some);
        }
    }

    private async Task SettleAsync(List<Handover> some)
    {
        try
        {
            await _queue.SettleAsync(some, CancellationToken.None);
        }
        catch (Exception)
        {
            _retrying = RetryAsync(some);
            await _retrying;
        }
    }

    // For as long as the mails may still be in hand: whoever took them over would send again what the server has.
    private async Task RetryAsync(List<Handover> some)
    {
        var (since, settled) = (_time.GetTimestamp(), false);
        while (!settled)
        {
            await Task.Delay(Pause, _time);
            try
            {
                await _queue.SettleAsync(some, CancellationToken.None);
                settled = true;
            }
            catch (Exception) when (_time.GetElapsedTime(since) < MailQueue.Lease)
            {
                // The store is still away.
            }
        }
    }
}

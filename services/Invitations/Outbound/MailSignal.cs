using System.Data.Common;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Conference.Invitations.Outbound;

/// <summary>Wakes the dispatcher of this process when mails were committed.</summary>
internal sealed class MailSignal : DbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        lock (_set)
        {
            if (_set.CurrentCount == 0)
                _set.Release();
        }
    }

    /// <summary>Returns after the signal or the time, whichever is first.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _set.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _set.Dispose();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is InvitationsStore store && store.ChangeTracker.Entries<Mail>().Any())
            Set();
        return Task.CompletedTask;
    }
}

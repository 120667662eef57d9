using System.Data;
using System.Data.Common;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>
/// Which replica reads the mailbox: one, for as long as its connection to the database lives. Servers copy a mail twice that two move
/// at once. Should two read after all, when the database was away, each mail still has its effect once.
/// </summary>
internal sealed class MailboxTurn(IServiceScopeFactory scopes) : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope = scopes.CreateAsyncScope();
    private bool _open;

    private InvitationsStore Store => _scope.ServiceProvider.GetRequiredService<InvitationsStore>();

    /// <summary>Takes the turn, or sees that it is still held; false while another replica has it.</summary>
    public async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        if (Store.IsSqlite)
            return true;
        if (!_open)
            await Store.Database.OpenConnectionAsync(cancellationToken);
        _open = true;
        return await Store.TryHoldMailboxAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The pool would keep the turn with the connection.
            if (_open && Store.Database.GetDbConnection().State == ConnectionState.Open)
                await Store.GiveBackMailboxAsync();
        }
        catch (DbException)
        {
            // The connection is gone, and the turn with it.
        }

        await _scope.DisposeAsync();
    }
}

using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Outbound;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>
/// One connection to the mailbox. Numbers of mails are used within it alone: what a mail did is known by its bytes, so a new
/// UIDVALIDITY, or a crash between effect and move, changes nothing.
/// </summary>
internal sealed class MailboxSession : IAsyncDisposable
{
    private const int Batch = 50;

    // RFC 2177: a server may hang up after half an hour of IDLE.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private readonly ImapClient _client;
    private readonly IMailFolder _inbox;
    private readonly IMailFolder _done;
    private readonly TimeSpan _poll;

    private MailboxSession(ImapClient client, IMailFolder inbox, IMailFolder done, TimeSpan poll) => (_client, _inbox, _done, _poll) = (client, inbox, done, poll);

    public static async Task<MailboxSession> OpenAsync(ImapServer server, InboundOptions options, MailTrust trust, CancellationToken cancellationToken)
    {
        var client = trust.Certificates.Apply(new ImapClient { Timeout = 60_000 });
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Security, cancellationToken);
            await trust.SignIn.SignInAsync(client, server.Credentials, cancellationToken);
            var inbox = options.Inbox.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(options.Inbox, cancellationToken);
            var done = await DoneAsync(client, options.DoneFolder, cancellationToken);
            await inbox.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
            return new MailboxSession(client, inbox, done, TimeSpan.FromSeconds(options.PollSeconds));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Takes in every mail that is there, and moves each away once its effect is stored.</summary>
    /// <exception cref="CommandException">The server does not let go of some: they are still there, and all others were taken in.</exception>
    public async Task TakeAllAsync(MailIntake intake, CancellationToken cancellationToken)
    {
        List<Exception> stuck = [];
        while (_inbox.Count > stuck.Count)
        {
            // What stays comes first: the numbers of the others close up behind it.
            var mails = await _inbox.FetchAsync(stuck.Count, Math.Min(stuck.Count + Batch, _inbox.Count) - 1, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken);
            if (mails.Count == 0)
            {
                // Others read this mailbox too, and this connection has yet to hear what is gone.
                await _client.NoOpAsync(cancellationToken);
                break;
            }

            foreach (var mail in mails)
            {
                if (await TakeAndMoveAsync(mail, intake, cancellationToken) is { } refusal)
                    stuck.Add(refusal);
            }
        }

        if (stuck.Count > 0)
            ExceptionDispatchInfo.Throw(stuck[0]);
    }

    /// <summary>Returns when something has come, or it is time to look.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!_client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(_poll, cancellationToken);
            await _client.NoOpAsync(cancellationToken);
            return;
        }

        using var done = new CancellationTokenSource(LongestIdle);
        void OnCountChanged(object? sender, EventArgs e) => done.Cancel();
        _inbox.CountChanged += OnCountChanged;
        try
        {
            if (_inbox.Count == 0)
                await _client.IdleAsync(done.Token, cancellationToken);
        }
        finally
        {
            _inbox.CountChanged -= OnCountChanged;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ProtocolException or CommandException or System.Net.Sockets.SocketException or ServiceNotConnectedException)
        {
            // It was gone already.
        }

        _client.Dispose();
    }

    // Null when the mail is gone; another replica may have been faster, and what it took in has had its effect. Else why it stays.
    private async Task<Exception?> TakeAndMoveAsync(IMessageSummary mail, MailIntake intake, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(mail, intake, cancellationToken);
            await _inbox.MoveToAsync(mail.UniqueId, _done, cancellationToken);
            return null;
        }
        catch (Exception gone) when (gone is MessageNotFoundException or ImapCommandException { Response: ImapCommandResponse.No })
        {
            // Servers differ in what they say of a mail that is gone (RFC 2180, sections 4.1 and 4.4): the mailbox itself tells.
            await _client.NoOpAsync(cancellationToken);
            return (await _inbox.SearchAsync(SearchQuery.Uids([mail.UniqueId]), cancellationToken)).Count > 0 ? gone : null;
        }
    }

    private async Task TakeAsync(IMessageSummary mail, MailIntake intake, CancellationToken cancellationToken)
    {
        if (mail.Size > intake.Largest)
        {
            var head = await ReadAsync(mail, await _inbox.GetStreamAsync(mail.UniqueId, "HEADER", 0, MailHeads.MostHead, cancellationToken), cancellationToken);
            await intake.RefuseAsync(HashOf(head, mail.Size.Value), MailHeads.Glance(head), "mail_too_large", cancellationToken);
            return;
        }

        await intake.TakeAsync(await ReadAsync(mail, await _inbox.GetStreamAsync(mail.UniqueId, "", cancellationToken), cancellationToken), cancellationToken);
    }

    private static async Task<byte[]> ReadAsync(IMessageSummary mail, Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            // Servers give nothing for a mail that another replica is just moving.
            return bytes.Length > 0 ? bytes.ToArray() : throw new MessageNotFoundException($"Mail {mail.UniqueId} has gone.");
        }
    }

    private static string HashOf(byte[] head, uint size) => Convert.ToHexStringLower(SHA256.HashData([.. head, .. BitConverter.GetBytes(size)]));

    private static async Task<IMailFolder> DoneAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            var root = client.GetFolder(client.PersonalNamespaces[0]);
            return await root.CreateAsync(name, isMessageFolder: true, cancellationToken) ?? throw new FolderNotFoundException(name);
        }
    }
}

using MailKit.Net.Smtp;
using MimeKit;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Hands mails to the server over one connection that is kept open and belongs to one dispatcher alone. When the
/// server cannot be reached all mails wait, longer each time; none is counted as tried but the one in hand.
/// </summary>
internal sealed class SmtpPostman(SmtpServer server, OutgoingMails outgoing, MailTrust trust, TimeProvider time) : IAsyncDisposable
{
    // Servers hang up on who says nothing for some minutes (Postfix after five), and the client learns of it by the next mail that fails.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    private SmtpClient? _client;
    private long _used;
    private int _failures;

    // The server is left alone for a while. By elapsed time: a clock that is set neither hurries nor stops anything.
    private (long Since, TimeSpan Pause) _left;

    public async Task<Handover> TakeAsync(Mail mail, CancellationToken cancellationToken)
    {
        if (_failures > 0 && _left.Pause - time.GetElapsedTime(_left.Since) is { Ticks: > 0 } rest)
            return new Handover(mail.MailId, HandoverResult.Waits, Until: time.GetUtcNow() + rest);
        if (trust.Rates.Take(mail.Address) is { } until)
            return new Handover(mail.MailId, HandoverResult.Waits, Until: until);
        using var prepared = outgoing.Prepare(mail);
        if (prepared.Fault is { } fault)
            return new Handover(mail.MailId, HandoverResult.Refused, fault);
        var message = prepared.Message;
        try
        {
            trust.Dkim.Sign(message);
            var client = await ConnectAsync(cancellationToken);
            await client.SendAsync(message, MailboxAddress.Parse(message.From.Mailboxes.Single().Address), message.To.Mailboxes, cancellationToken);
            (_failures, _used) = (0, time.GetTimestamp());
            return new Handover(mail.MailId, HandoverResult.Done);
        }
        catch (SmtpCommandException refusal) when (_client is { IsConnected: true, IsAuthenticated: var authenticated } && (server.Credentials is null || authenticated))
        {
            (_failures, _used) = (0, time.GetTimestamp());
            return new Handover(mail.MailId, (int)refusal.StatusCode >= 500 ? HandoverResult.Refused : HandoverResult.Later, Said(refusal));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, servers and libraries have more ways to fail than can be listed: the mails behind must not wait for it.
            await HangUpAsync();
            _left = (time.GetTimestamp(), BackOff.OfServer(++_failures, trust.RetryAfter));
            return new Handover(mail.MailId, HandoverResult.Later, $"{server.Host}:{server.Port} {failure.GetType().Name}: {failure.Message}");
        }
    }

    public async ValueTask DisposeAsync() => await HangUpAsync();

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true } && time.GetElapsedTime(_used) < LongestIdle)
            return _client;
        await HangUpAsync();
        _client = trust.Certificates.Apply(new SmtpClient { Timeout = 60_000 });
        await _client.ConnectAsync(server.Host, server.Port, server.Security, cancellationToken);
        if (server.Credentials is { } credentials)
            await trust.SignIn.SignInAsync(_client, credentials, cancellationToken);
        return _client;
    }

    private async Task HangUpAsync()
    {
        if (_client is not { } client)
            return;
        _client = null;
        try
        {
            using var late = new CancellationTokenSource(LongestFarewell);
            await client.DisconnectAsync(quit: true, late.Token);
        }
        catch (Exception)
        {
            // It was gone already.
        }

        client.Dispose();
    }

    private static string Said(SmtpCommandException refusal) => $"{(int)refusal.StatusCode} {refusal.Message}";
}

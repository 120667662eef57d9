using System.Net.Sockets;
using Conference.Invitations.Outbound;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>Reads the mailbox for as long as the process runs and it is its turn: what is there, then what the server says has come.</summary>
internal sealed class MailboxReader(
    MailIntake intake, MailTrust trust, IServiceScopeFactory scopes, MailboxPulse pulse, IOptions<InboundOptions> options, TimeProvider time, ILogger<MailboxReader> logger)
    : BackgroundService
{
    private static readonly TimeSpan NextTurn = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (ImapServer.Read(options.Value.Imap) is not { } server)
            return;
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await using var turn = new MailboxTurn(scopes);
                if (!await turn.IsOursAsync(stoppingToken))
                {
                    pulse.Waits();
                    await Task.Delay(NextTurn, time, stoppingToken);
                    continue;
                }

                await using var session = await MailboxSession.OpenAsync(server, options.Value, trust, stoppingToken);
                do
                {
                    await session.TakeAllAsync(intake, stoppingToken);
                    failures = 0;
                    pulse.Read();
                    await session.WaitAsync(stoppingToken);
                }
                while (await turn.IsOursAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The loop ends by its own condition.
            }
            catch (Exception failure) when (failure is ProtocolException or CommandException or ServiceNotConnectedException or AuthenticationException
                or SslHandshakeException or HttpRequestException or IOException or SocketException or FolderNotFoundException or TimeoutException or OperationCanceledException)
            {
                logger.LogWarning("The mailbox at {Host} does not answer: {Failure}", server.Host, failure.Message);
                await PauseAsync(++failures, stoppingToken);
            }
            catch (Exception failure)
            {
                // The store, mostly: the mail stays where it is and is taken up again.
                logger.LogError(failure, "Mails could not be taken in; they are tried again");
                await PauseAsync(++failures, stoppingToken);
            }
        }
    }

    private async Task PauseAsync(int failures, CancellationToken stoppingToken)
    {
        pulse.Failed();
        try
        {
            var pause = BackOff.After(failures);
            await Task.Delay(pause < TimeSpan.FromMinutes(1) ? pause : TimeSpan.FromMinutes(1), time, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}

using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>Hands over the mails that wait, oldest first, for as long as the process runs.</summary>
internal sealed class MailDispatcher(
    MailQueue queue, MailDrop drop, OutgoingMails outgoing, MailTrust trust, MailSignal signal, IOptions<MailOptions> options, TimeProvider time, ILogger<MailDispatcher> logger) : BackgroundService
{
    private const int Batch = 100;
    private const int Together = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var postman = SmtpServer.Read(options.Value.Smtp) is { } server ? new SmtpPostman(server, outgoing, trust, time) : null;
        await TryAsync(() => queue.TakeUpAgainAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = false;
            await TryAsync(async () => more = await DispatchAsync(postman, stoppingToken) > 0, stoppingToken);
            if (!more)
                await signal.WaitAsync(Poll, stoppingToken);
        }
    }

    /// <summary>Hands over one batch and says how many there were.</summary>
    public async Task<int> DispatchAsync(SmtpPostman? postman, CancellationToken cancellationToken)
    {
        var mails = await queue.ClaimAsync(Batch, cancellationToken);
        if (mails.Count == 0)
            return 0;

        var (dropped, whole) = (mails.Where(mail => postman is null || MailDrop.TakesOnly(mail.Address)).ToList(), false);
        await using var lease = new MailLease(queue, mails, time);
        try
        {
            await DropAsync(dropped, cancellationToken);
            if (postman is not null)
                await SendAsync(postman, mails.Except(dropped), cancellationToken);
            whole = true;
        }
        finally
        {
            // Who comes after need not wait for the claim to run out.
            if (!whole || cancellationToken.IsCancellationRequested)
                await queue.LeaveAsync(mails, mayHaveLeft: !whole);
        }

        return mails.Count;
    }

    private async Task DropAsync(List<Mail> mails, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
            return;
        var handovers = new Handover[mails.Count];
        await Parallel.ForAsync(0, mails.Count, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken }, async (index, stop) =>
        {
            try
            {
                handovers[index] = await drop.TakeAsync(mails[index], stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                handovers[index] = new Handover(mails[index].MailId, HandoverResult.Later, failure.Message);
            }
        });
        await queue.SettleAsync(handovers, cancellationToken);
    }

    private async Task SendAsync(SmtpPostman postman, IEnumerable<Mail> mails, CancellationToken cancellationToken)
    {
        var line = new SettleLine(queue);
        try
        {
            // The mail in hand is handed over whole even when the process is stopping.
            foreach (var mail in mails.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
                await line.AddAsync(await postman.TakeAsync(mail, CancellationToken.None));
        }
        finally
        {
            await line.EndAsync();
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The loop ends by its own condition.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Mails could not be handed over; they are tried again");
        }
    }
}

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
        var claim = Claim.Now(time);
        var mails = await queue.ClaimAsync(Batch, cancellationToken);
        if (mails.Count == 0)
            return 0;

        var (dropped, whole) = (mails.Where(mail => postman is null || MailDrop.TakesOnly(mail.Address)).ToList(), false);
        await using var lease = new MailLease(queue, mails, claim, time);
        var line = new SettleLine(queue, time);
        try
        {
            await HandOverAsync(line, lease, postman, dropped, mails.Except(dropped), cancellationToken);
            whole = true;
        }
        finally
        {
            // Who comes after need not wait for the claim to run out, but shall not send what the server has.
            if (lease.Holds && (!whole || cancellationToken.IsCancellationRequested))
                await queue.LeaveAsync(mails.FindAll(mail => !line.Knows(mail.MailId)), mayHaveLeft: !whole);
        }

        return mails.Count;
    }

    private async Task HandOverAsync(SettleLine line, MailLease lease, SmtpPostman? postman, List<Mail> dropped, IEnumerable<Mail> sent, CancellationToken cancellationToken)
    {
        try
        {
            await DropAsync(line, lease, dropped, cancellationToken);
            if (postman is not null)
                await SendAsync(line, lease, postman, sent, cancellationToken);
        }
        finally
        {
            await line.EndAsync();
        }
    }

    private Task DropAsync(SettleLine line, MailLease lease, List<Mail> mails, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(mails.TakeWhile(_ => lease.Holds), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken }, async (mail, stop) => await line.AddAsync(await DropAsync(mail, stop)));

    private async Task<Handover> DropAsync(Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            return await drop.TakeAsync(mail, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new Handover(mail.MailId, HandoverResult.Later, failure.Message);
        }
    }

    private static async Task SendAsync(SettleLine line, MailLease lease, SmtpPostman postman, IEnumerable<Mail> mails, CancellationToken cancellationToken)
    {
        // The mail in hand is handed over whole even when the process is stopping.
        foreach (var mail in mails.TakeWhile(_ => lease.Holds && !cancellationToken.IsCancellationRequested))
            await line.AddAsync(await postman.TakeAsync(mail, CancellationToken.None));
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

using Conference.Invitations.Storage;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Ledger;

/// <summary>Looks for contacts with an old time for as long as the process runs.</summary>
internal sealed class OldTimeWatch(IServiceScopeFactory scopes, IOptions<OldTimeOptions> options, TimeProvider time, ILogger<OldTimeWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = options.Value.EscalateAfter / 4 < Most ? options.Value.EscalateAfter / 4 : Most;
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var conference in await InScopeAsync(escalation => escalation.SuspectsAsync(stoppingToken)))
                await InScopeAsync(async escalation => { await escalation.RunAsync(conference, stoppingToken); return 0; }, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(failure, "Contacts with an old time could not be looked for; they are looked for again");
        }
    }

    private async Task<T> InScopeAsync<T>(Func<OldTimeEscalation, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<OldTimeEscalation>());
    }

    private async Task InScopeAsync(Func<OldTimeEscalation, Task<int>> work, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InvitationsStore>();
        await store.InTransactionAsync(() => work(scope.ServiceProvider.GetRequiredService<OldTimeEscalation>()), stoppingToken);
    }
}

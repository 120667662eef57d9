using System.Security.Cryptography;
using System.Text;
using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Tokens;

/// <summary>
/// The first key to the door: at start a national coordinator's token is written to <c>admin.token</c> in the data
/// folder, unless a valid one is there. When the file was lost a new one is made and the lost one revoked.
/// </summary>
internal sealed class AdminToken(IServiceScopeFactory scopes, IOptions<DataOptions> data, TimeProvider time, ILogger<AdminToken> logger) : IHostedLifecycleService
{
    public const string FileName = "admin.token";

    // As versions before called it, in whichever folder.
    private static readonly string NameBefore = $"{FileName} ({Environment.MachineName})";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<PortalStore>();
        var tokens = scope.ServiceProvider.GetRequiredService<MachineTokens>();
        var file = Path.Combine(data.Value.Path, FileName);
        if (File.Exists(file) && await tokens.FindAsync(await File.ReadAllTextAsync(file, cancellationToken), cancellationToken) is not null)
            return;

        var name = NameIn(data.Value.Path);
        foreach (var lost in await store.Tokens.Where(token => (token.Name == name || token.Name == NameBefore) && token.RevokedAt == null).ToListAsync(cancellationToken))
            lost.RevokedAt = time.GetUtcNow();
        var (text, _) = tokens.Add(name, new Assignment(Role.NationalCoordinator, Scope.Nation), "start", expiresAt: null);
        await store.SaveChangesAsync(cancellationToken);
        SecretFile.Write(file, text);
        logger.LogInformation("A national coordinator's token was written to {File}: for the first sign-in and for scripts", file);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Replicas have data folders of their own, on one machine too: one does not revoke what another wrote. A few digits stand
    // for the folder, since people see the name beside what the token asked for.
    private static string NameIn(string folder)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))));
        return $"{FileName} ({Environment.MachineName} {digits[..4]})";
    }
}

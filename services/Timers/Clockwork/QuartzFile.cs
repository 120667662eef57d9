using Microsoft.Data.Sqlite;

namespace Conference.Timers.Clockwork;

/// <summary>Puts Quartz's file in write-ahead mode before Quartz opens it: a timer then costs one write to disk. The mode stays with the file.</summary>
internal sealed class QuartzFile(IConfiguration configuration) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (QuartzSetup.FileOf(configuration) is not { } file)
            return;

        await using var connection = new SqliteConnection(file);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

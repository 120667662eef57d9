using System.Data.Common;
using Conference.Platform.Telemetry.Figures;
using Conference.Timers.Clockwork;
using Conference.Timers.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Conference.Timers.Watching;

/// <summary>How many timers are set, and how late the latest is that should have fired.</summary>
internal sealed class TimerFigures(IConfiguration configuration, TimeProvider clock) : IFigureSource
{
    private static readonly Figure Set = new("conference.timers", null, "Timers that are set");
    private static readonly Figure Late = new("conference.timers.late", "s", "By how much the next timer is late; 0 while none is");

    public IReadOnlyList<Figure> Figures => [Set, Late];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (QuartzSetup.FileOf(configuration) is { } file)
        {
            await using var connection = new SqliteConnection(file);
            return await ReadAsync(connection, "qrtz_triggers", cancellationToken);
        }

        var store = scope.GetRequiredService<TimersStore>();
        return await ReadAsync(store.Database.GetDbConnection(), $"{store.Schema}.qrtz_triggers", cancellationToken);
    }

    private async Task<IReadOnlyList<Reading>> ReadAsync(DbConnection connection, string table, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // Quartz offers no such question: its own table, whose instants are ticks.
        command.CommandText = $"SELECT COUNT(*), MIN(next_fire_time) FROM {table} WHERE trigger_state <> 'COMPLETE'";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var late = reader.IsDBNull(1) ? TimeSpan.Zero : clock.GetUtcNow() - new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero);
        return [new Reading(Set, reader.GetInt64(0)), new Reading(Late, Math.Max(0, late.TotalSeconds))];
    }
}

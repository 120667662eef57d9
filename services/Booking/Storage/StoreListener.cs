using System.Collections.Concurrent;
using Conference.Booking.Availability;
using Conference.Platform.Storage;
using Npgsql;

namespace Conference.Booking.Storage;

/// <summary>
/// Fills Booking's memory at the start and, with PostgreSQL, keeps it current: it hears whose bookings were changed, by
/// whatever process, and reads those again. While the connection is lost memory is not used; then all is read anew.
/// </summary>
internal sealed class StoreListener(IServiceScopeFactory scopes, BookingMemory memory, IConfiguration configuration, TimeProvider clock, ILogger<StoreListener> log) : BackgroundService
{
    private const int KeepAliveSeconds = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Npgsql asks whether the server is still there only in a wait that is longer than its KeepAlive.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (PostgresConnection.Read(configuration) is not { } connection)
        {
            await FillAsync(stoppingToken);
            return;
        }

        // A connection of its own that is not given back: what is heard belongs to it.
        (connection.Pooling, connection.KeepAlive) = (false, KeepAliveSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(connection.ToString(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Changes of bookings go unheard ({Reason}); searches read the store until they are heard again", exception.GetBaseException().Message);
            }
            finally
            {
                memory.Mistrust();
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task ListenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var heard = new ConcurrentQueue<string>();
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, notice) => heard.Enqueue(notice.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChangeNotices.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        // First listen, then read: what is committed in between is heard and read again.
        await FillAsync(cancellationToken);
        memory.Trust();
        while (true)
        {
            await connection.WaitAsync(Wait, cancellationToken);
            await TakeInAsync(heard, cancellationToken);
            await FillAsync(cancellationToken);
        }
    }

    private async Task TakeInAsync(ConcurrentQueue<string> heard, CancellationToken cancellationToken)
    {
        var changed = new HashSet<Guid>();
        while (heard.TryDequeue(out var notice))
        {
            if (Guid.TryParse(notice, out var conferenceId))
                changed.Add(conferenceId);
            else
                memory.Network.Forget();
            if (notice == ChangeNotices.Everything)
                memory.Booked.Forget();
        }

        if (changed.Count == 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var rows = new SnapshotRows(scope.ServiceProvider.GetRequiredService<BookingStore>(), cancellationToken);
        var (sites, ports) = await rows.OfConferencesAsync([.. changed]);
        memory.Booked.Change(booked =>
        {
            foreach (var conferenceId in changed)
                booked.Put(conferenceId, [.. sites[conferenceId]], [.. ports[conferenceId]]);
        });
    }

    /// <summary>Reads what is not kept.</summary>
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (memory is { Network.Value: not null, Booked.Value: not null })
            return;
        await using var scope = scopes.CreateAsyncScope();
        await memory.ReadAsync(scope.ServiceProvider.GetRequiredService<BookingStore>(), cancellationToken);
    }
}

using Conference.Audit.Mails;
using Conference.Audit.Queues;
using Conference.Audit.Stores;

namespace Conference.Audit;

/// <summary>Reads all stores, one snapshot each, then the mail drop and the queues.</summary>
internal sealed class PictureReader(AuditSettings settings, TimeProvider clock)
{
    private readonly MailDrop _drop = new(settings.DropFolder);
    private readonly List<OutboxRow> _outbox = [];
    private readonly List<AuditChain> _auditLogs = [];

    // Quartz has a file of its own beside the stores.
    private string QuartzStore => settings.Postgres is null ? "quartz" : "timers";

    public async Task<Picture> ReadAsync(CancellationToken cancellationToken)
    {
        _outbox.Clear();
        _auditLogs.Clear();
        var requests = await FromAsync("requests", RequestsTables.ReadAsync, cancellationToken);
        var booking = await FromAsync("booking", BookingTables.ReadAsync, cancellationToken);
        var invitations = await FromAsync("invitations", InvitationsTables.ReadAsync, cancellationToken);
        var council = await FromAsync("council", CouncilTables.ReadAsync, cancellationToken);
        foreach (var name in MessageTables.Stores.Except(["requests", "booking", "invitations", "council"]))
            await FromAsync(name, (_, _) => Task.FromResult(true), cancellationToken);

        await using var quartz = await Store.OpenAsync(settings, QuartzStore, cancellationToken);
        return new Picture
        {
            At = clock.GetUtcNow(),
            PassingLimit = settings.PassingLimit,
            Requests = requests,
            Booking = booking,
            Invitations = invitations,
            Council = council,
            Timers = await TimersTables.ReadAsync(quartz, cancellationToken),
            Outbox = [.. _outbox],
            AuditLogs = [.. _auditLogs],
            Mails = _drop.Read(),
            Queues = settings.RabbitMq is [_, ..] nodes ? await Broker.ReadAsync(nodes, cancellationToken) : null,
        };
    }

    private async Task<T> FromAsync<T>(string name, Func<Store, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(settings, name, cancellationToken);
        _outbox.AddRange(await MessageTables.ReadAsync(store, name, cancellationToken));
        _auditLogs.Add(await AuditLogTable.ReadAsync(store, name, cancellationToken));
        return await read(store, cancellationToken);
    }
}

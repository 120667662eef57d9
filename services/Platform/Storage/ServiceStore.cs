using Conference.Platform.Audit;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Storage;

/// <summary>
/// The store of one service: its own SQLite file or PostgreSQL schema, with the inbox and outbox beside the
/// service's tables so that state and messages commit together.
/// </summary>
/// <remarks>
/// A service derives its store once, and from that one class a SQLite and a PostgreSQL context that carry
/// nothing but their migrations. Writes go through <see cref="SaveChangesAsync(bool, CancellationToken)"/> or
/// <see cref="InTransactionAsync"/>; both queue on SQLite's single writer instead of failing on it.
/// </remarks>
public abstract class ServiceStore(DbContextOptions options) : DbContext(options)
{
    private readonly List<OutboxMessage> _outgoing = [];
    private readonly List<Action> _afterCommit = [];

    /// <summary>The service's name in lower case: schema in PostgreSQL, file name in SQLite.</summary>
    public abstract string Schema { get; }

    /// <summary>Whether this store is a SQLite file.</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Messages that already took effect here.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Messages that were committed here and are on their way.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Who did what here: written with the change, sealed a moment later, never changed.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The audit log's entry of the present request; null outside a host.</summary>
    public AuditTrail? Trail { get; private set; }

    /// <summary>The process's services, not the request's: a context outlives requests in its pool.</summary>
    internal IServiceProvider Services => this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
        ?? throw new InvalidOperationException($"{GetType().Name} was made outside a host: it cannot send messages.");

    /// <summary>Runs <paramref name="work"/>, saves and commits as one transaction, or leaves nothing behind.</summary>
    public async Task InTransactionAsync(Func<Task> work, CancellationToken cancellationToken = default)
    {
        using var turn = await WriteTurn.EnterAsync(this, cancellationToken);
        // What fails here is undone as a whole: a savepoint around each save would be two of a hop's six round trips.
        Database.AutoSavepointsEnabled = false;
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await work();
            Trail?.AddTo(this);
            await base.SaveChangesAsync(true, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            ChangeTracker.Clear();
            _outgoing.Clear();
            _afterCommit.Clear();
            throw;
        }

        Trail?.Committed(this);
        HandOver();
    }

    /// <summary>
    /// Does <paramref name="work"/> once the open transaction has been committed, in the order of the commits; never
    /// when it fails. For what a process keeps in memory of its store: it must not throw, and the store stays the truth.
    /// </summary>
    public void AfterCommit(Action work) => _afterCommit.Add(work);

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Trail?.AddTo(this);
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        using var turn = await WriteTurn.EnterAsync(this, cancellationToken);
        var changes = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Trail?.Committed(this);
        HandOver();
        return changes;
    }

    /// <summary>Contexts come out of a pool: whoever takes one says whose request it serves.</summary>
    internal void Serve(AuditTrail trail) => Trail = trail;

    /// <summary>Contexts go back to a pool: what one request left over must not go on with the next.</summary>
    public override async ValueTask DisposeAsync()
    {
        Trail = null;
        _outgoing.Clear();
        _afterCommit.Clear();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal void Add(OutboxMessage message)
    {
        // A consumer may publish several messages at once.
        lock (_outgoing)
        {
            _outgoing.Add(message);
            Outbox.Add(message);
        }
    }

    internal string TableOf<T>() => Model.FindEntityType(typeof(T))!.GetSchemaQualifiedTableName()!;

    /// <summary>An instant as raw SQL takes it.</summary>
    internal object Instant(DateTimeOffset instant) => IsSqlite ? instant.ToUnixTimeMilliseconds() : instant.ToUniversalTime();

    // Under the turn, so that messages leave in the order in which they were committed.
    private void HandOver()
    {
        _afterCommit.ForEach(work => work());
        _afterCommit.Clear();
        if (_outgoing.Count == 0)
            return;
        Services.GetRequiredKeyedService<OutboxDelivery>(Schema).HandOver(_outgoing.Where(message => message.Sequence > 0));
        _outgoing.Clear();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (IsSqlite)
        {
            // SQLite has no instant of its own, and text with offsets does not sort.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        if (!IsSqlite)
            modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.AddMessaging();
        modelBuilder.AddAudit();
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, configuration => configuration.Namespace?.StartsWith("Conference.", StringComparison.Ordinal) == true);
    }
}

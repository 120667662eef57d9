using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Conference.Platform.Storage;

/// <summary>How the two kinds of store are opened: the same at run time and when migrations are made.</summary>
public static class StoreProviders
{
    /// <summary>SQLite: a file of its own, write-ahead log, every commit on disk.</summary>
    public static DbContextOptionsBuilder UseConferenceSqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.UseSqlite(connectionString).UseSnakeCaseNamingConvention().AddInterceptors(SqlitePragmas.Instance);
    }

    /// <summary>PostgreSQL: a schema of its own, its history of migrations in it.</summary>
    public static DbContextOptionsBuilder UseConferencePostgres(this DbContextOptionsBuilder options, string connectionString, string schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("__migrations", schema)).UseSnakeCaseNamingConvention();
    }
}

/// <summary>Opens a SQLite store for the migration tool.</summary>
public abstract class SqliteDesignTimeFactory<TStore> : IDesignTimeDbContextFactory<TStore> where TStore : ServiceStore
{
    /// <inheritdoc/>
    public TStore CreateDbContext(string[] args) =>
        (TStore)Activator.CreateInstance(typeof(TStore), new DbContextOptionsBuilder<TStore>().UseConferenceSqlite("Data Source=:memory:").Options)!;
}

/// <summary>Opens a PostgreSQL store for the migration tool; no server is asked.</summary>
public abstract class PostgresDesignTimeFactory<TStore>(string schema) : IDesignTimeDbContextFactory<TStore> where TStore : ServiceStore
{
    /// <inheritdoc/>
    public TStore CreateDbContext(string[] args) =>
        (TStore)Activator.CreateInstance(typeof(TStore), new DbContextOptionsBuilder<TStore>().UseConferencePostgres("Host=localhost", schema).Options)!;
}

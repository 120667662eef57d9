using Conference.Platform.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Conference.Timers.Clockwork;

/// <summary>Quartz over its persistent store: a SQLite file of its own, or tables in the service's PostgreSQL schema, where several processes share the work.</summary>
internal static class QuartzSetup
{
    private const string Name = "timers";
    private const int Workers = 8;

    public static void AddClockwork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<QuartzFile>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = Name;
                // The shortest that Quartz takes: what another process scheduled is seen within it.
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = Workers);
            quartz.UsePersistentStore(store => Configure(store, configuration));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>The connection string of Quartz's own file; null with PostgreSQL.</summary>
    public static string? FileOf(IConfiguration configuration)
    {
        if (PostgresConnection.Read(configuration) is not null)
            return null;
        var folder = configuration[$"{DataOptions.Section}:Path"] ?? new DataOptions().Path;
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(folder), "quartz.db") }.ToString();
    }

    private static void Configure(IPersistentStoreBuilder store, IConfiguration configuration)
    {
        store.ProvisionSchema();
        store.ConfigureStore(options =>
        {
            options.StoreJobDataAsStrings = true;
            options.RecoverFiringsCancelledByShutdown = true;
        });
        if (PostgresConnection.Read(configuration) is { } postgres)
        {
            postgres.SearchPath = Name;
            store.UsePostgres(NpgsqlFactory.Instance, postgres.ToString());
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, FileOf(configuration)!);
        }
    }
}

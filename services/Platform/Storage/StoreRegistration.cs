using Conference.Platform.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Storage;

/// <summary>A store that this process owns: migrated at start and looked at by the readiness check.</summary>
internal sealed record StoreRegistration(Type Store)
{
    public static void Add<TStore, TSqlite, TPostgres>(IServiceCollection services, IConfiguration configuration, string name)
        where TStore : ServiceStore
        where TSqlite : TStore
        where TPostgres : TStore
    {
        if (PostgresConnection.Read(configuration)?.ToString() is { } connection)
        {
            services.AddDbContextPool<TPostgres>(options => options.UseConferencePostgres(connection, name));
            services.AddScoped<TStore>(Take<TPostgres>);
        }
        else
        {
            var folder = configuration[$"{DataOptions.Section}:Path"] ?? new DataOptions().Path;
            services.AddDbContextPool<TSqlite>(options => options.UseConferenceSqlite(SqliteConnectionString(folder, name)));
            services.AddScoped<TStore>(Take<TSqlite>);
        }

        services.AddSingleton(new StoreRegistration(typeof(TStore)));
    }

    private static TStore Take<TStore>(IServiceProvider request) where TStore : ServiceStore
    {
        var store = request.GetRequiredService<TStore>();
        store.Serve(request.GetRequiredService<AuditTrail>());
        return store;
    }

    private static string SqliteConnectionString(string folder, string name) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(folder), $"{name}.db") }.ToString();
}

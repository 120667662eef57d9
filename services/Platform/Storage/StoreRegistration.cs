using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Conference.Platform.Hosting;

namespace Conference.Platform.Storage;

/// <summary>A store that this process owns: migrated at start and looked at by the readiness check.</summary>
internal sealed record StoreRegistration(Type Store)
{
    public static void Add<TStore, TSqlite, TPostgres>(IServiceCollection services, IConfiguration configuration, string name)
        where TStore : ServiceStore
        where TSqlite : TStore
        where TPostgres : TStore
    {
        if (configuration["Database:Postgres"] is { Length: > 0 } postgres)
        {
            var connection = PostgresConnection(postgres);
            services.AddDbContextPool<TPostgres>(options => options.UseConferencePostgres(connection, name));
            services.AddScoped<TStore>(provider => provider.GetRequiredService<TPostgres>());
        }
        else
        {
            var folder = configuration[$"{DataOptions.Section}:Path"] ?? new DataOptions().Path;
            services.AddDbContextPool<TSqlite>(options => options.UseConferenceSqlite(SqliteConnectionString(folder, name)));
            services.AddScoped<TStore>(provider => provider.GetRequiredService<TSqlite>());
        }

        services.AddSingleton(new StoreRegistration(typeof(TStore)));
    }

    private static string SqliteConnectionString(string folder, string name) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(folder), $"{name}.db") }.ToString();

    private static string PostgresConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).ToString();
        }
        catch (ArgumentException)
        {
            // The value holds a password: it is not repeated.
            throw new InvalidSettingException("Database:Postgres", "…", "a connection string such as Host=db;Database=conference;Username=conference;Password=…");
        }
    }
}

using Conference.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Conference.Platform.Storage;

/// <summary>The setting <c>Database:Postgres</c>.</summary>
public static class PostgresConnection
{
    /// <summary>The setting's name.</summary>
    internal const string Setting = "Database:Postgres";

    // Many processes share one server, whose connections are counted; Npgsql's own limit is 100 for each.
    private const int PoolSize = 20;

    // A service asks the same hundred things all day: planned once a connection, not once a question.
    private const int Prepared = 200;

    // A host that vanished, or stands still, within a transaction: its locks would keep all others waiting for hours.
    private const string Bounds = "-c idle_in_transaction_session_timeout=60s -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    /// <summary>The connection string, its pool bounded unless the setting says otherwise; null without the setting.</summary>
    public static NpgsqlConnectionStringBuilder? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Setting] is not { Length: > 0 } text)
            return null;
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(connection.Host))
                throw new ArgumentException("There is no host in it.");
            if (!connection.ShouldSerialize("Maximum Pool Size"))
                connection.MaxPoolSize = Math.Max(PoolSize, connection.MinPoolSize);
            if (!connection.ShouldSerialize("Max Auto Prepare"))
                connection.MaxAutoPrepare = Prepared;
            if (!connection.ShouldSerialize("Options"))
                connection.Options = Bounds;
            // Nothing here changes a session's settings, and session locks are given back by hand.
            if (!connection.ShouldSerialize("No Reset On Close"))
                connection.NoResetOnClose = true;
            return connection;
        }
        catch (ArgumentException)
        {
            // The value holds a password: it is not repeated.
            throw new InvalidSettingException(Setting, "…", "a connection string such as Host=db;Database=conference;Username=conference;Password=…");
        }
    }
}

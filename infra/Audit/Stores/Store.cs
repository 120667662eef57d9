using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Conference.Audit.Stores;

/// <summary>
/// One service's store, read in one snapshot. The SQL is the same for both kinds: in PostgreSQL the schema is put on
/// the search path.
/// </summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _snapshot;

    private Store(DbConnection connection, DbTransaction snapshot) => (_connection, _snapshot) = (connection, snapshot);

    public static Task<Store> OpenAsync(AuditSettings settings, string name, CancellationToken cancellationToken) =>
        settings.Postgres is { } postgres ? OpenPostgresAsync(postgres, name, cancellationToken) : OpenFileAsync(settings.DataPath, name, cancellationToken);

    public async Task<List<T>> ListAsync<T>(string sql, Func<Row, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await EachAsync(sql, row => rows.Add(read(row)), cancellationToken);
        return rows;
    }

    public async Task EachAsync(string sql, Action<Row> take, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, _snapshot, 0);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            take(new Row(reader));
    }

    public async ValueTask DisposeAsync()
    {
        await _snapshot.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task<Store> OpenFileAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, $"{name}.db");
        if (!File.Exists(file))
            throw new WrongSettingException($"Wrong setting: Data:Path is '{folder}', but there is no {name}.db in it. Where is the product's data folder, or Database:Postgres?");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        return new Store(connection, connection.BeginTransaction(deferred: true));
    }

    private static async Task<Store> OpenPostgresAsync(string postgres, string schema, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { SearchPath = schema, ApplicationName = "conference-audit" }.ToString());
        await connection.OpenAsync(cancellationToken);
        var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var readOnly = connection.CreateCommand();
        (readOnly.CommandText, readOnly.Transaction) = ("SET TRANSACTION READ ONLY", snapshot);
        await readOnly.ExecuteNonQueryAsync(cancellationToken);
        return new Store(connection, snapshot);
    }
}

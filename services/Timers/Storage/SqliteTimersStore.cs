using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Timers.Storage;

internal sealed class SqliteTimersStore(DbContextOptions<SqliteTimersStore> options) : TimersStore(options);

internal sealed class SqliteTimersStoreFactory : SqliteDesignTimeFactory<SqliteTimersStore>;

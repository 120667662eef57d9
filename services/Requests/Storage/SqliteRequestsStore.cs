using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Storage;

internal sealed class SqliteRequestsStore(DbContextOptions<SqliteRequestsStore> options) : RequestsStore(options);

internal sealed class SqliteRequestsStoreFactory : SqliteDesignTimeFactory<SqliteRequestsStore>;

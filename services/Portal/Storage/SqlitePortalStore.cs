using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Storage;

internal sealed class SqlitePortalStore(DbContextOptions<SqlitePortalStore> options) : PortalStore(options);

internal sealed class SqlitePortalStoreFactory : SqliteDesignTimeFactory<SqlitePortalStore>;

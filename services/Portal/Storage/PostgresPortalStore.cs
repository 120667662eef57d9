using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Storage;

internal sealed class PostgresPortalStore(DbContextOptions<PostgresPortalStore> options) : PortalStore(options);

internal sealed class PostgresPortalStoreFactory() : PostgresDesignTimeFactory<PostgresPortalStore>(PortalStore.SchemaName);

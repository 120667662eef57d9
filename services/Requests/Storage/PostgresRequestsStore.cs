using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Storage;

internal sealed class PostgresRequestsStore(DbContextOptions<PostgresRequestsStore> options) : RequestsStore(options);

internal sealed class PostgresRequestsStoreFactory() : PostgresDesignTimeFactory<PostgresRequestsStore>(RequestsStore.Name);

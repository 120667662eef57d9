using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Timers.Storage;

internal sealed class PostgresTimersStore(DbContextOptions<PostgresTimersStore> options) : TimersStore(options);

internal sealed class PostgresTimersStoreFactory() : PostgresDesignTimeFactory<PostgresTimersStore>("timers");

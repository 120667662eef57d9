using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Storage;

internal sealed class SqliteHospitalsStore(DbContextOptions<SqliteHospitalsStore> options) : HospitalsStore(options);

internal sealed class SqliteHospitalsStoreFactory : SqliteDesignTimeFactory<SqliteHospitalsStore>;

using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Storage;

internal sealed class PostgresHospitalsStore(DbContextOptions<PostgresHospitalsStore> options) : HospitalsStore(options);

internal sealed class PostgresHospitalsStoreFactory() : PostgresDesignTimeFactory<PostgresHospitalsStore>("hospitals");

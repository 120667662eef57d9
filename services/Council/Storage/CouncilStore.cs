using Conference.Council.Feeds;
using Conference.Council.Hospitals;
using Conference.Council.Reports;
using Conference.Council.Schedule;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Storage;

/// <summary>What Council keeps: copies of what other services said, and the feeds that it gave out itself.</summary>
internal abstract class CouncilStore(DbContextOptions options) : ServiceStore(options)
{
    public const string Name = "council";

    public override string Schema => Name;

    public DbSet<ScheduledConference> Conferences => Set<ScheduledConference>();

    public DbSet<ScheduledHospital> ConferenceHospitals => Set<ScheduledHospital>();

    public DbSet<ConferenceRecord> Records => Set<ConferenceRecord>();

    public DbSet<KnownHospital> Hospitals => Set<KnownHospital>();

    public DbSet<CalendarFeed> Feeds => Set<CalendarFeed>();
}

internal sealed class SqliteCouncilStore(DbContextOptions<SqliteCouncilStore> options) : CouncilStore(options);

internal sealed class PostgresCouncilStore(DbContextOptions<PostgresCouncilStore> options) : CouncilStore(options);

internal sealed class SqliteCouncilStoreFactory : SqliteDesignTimeFactory<SqliteCouncilStore>;

internal sealed class PostgresCouncilStoreFactory() : PostgresDesignTimeFactory<PostgresCouncilStore>(CouncilStore.Name);

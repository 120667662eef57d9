using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Booking.Polls;
using Conference.Booking.Standing;
using Conference.Booking.Waiting;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Storage;

/// <summary>Booking's own data. Overlaps are refused here, by the store: see <see cref="OverlapGuards"/>.</summary>
internal abstract class BookingStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "booking";

    public DbSet<ConferenceBooking> Bookings => Set<ConferenceBooking>();

    public DbSet<SiteBooking> SiteBookings => Set<SiteBooking>();

    public DbSet<PortBooking> PortBookings => Set<PortBooking>();

    public DbSet<Candidate> Candidates => Set<Candidate>();

    public DbSet<GivenAnswer> Answers => Set<GivenAnswer>();

    public DbSet<KnownHospital> Hospitals => Set<KnownHospital>();

    public DbSet<KnownClosures> Closures => Set<KnownClosures>();

    public DbSet<KnownTest> Tests => Set<KnownTest>();

    public DbSet<KnownHolidays> Holidays => Set<KnownHolidays>();

    public DbSet<WaitingConference> Waiting => Set<WaitingConference>();

    public DbSet<FreedTime> FreedTimes => Set<FreedTime>();

    public DbSet<ReportedDisruption> Disruptions => Set<ReportedDisruption>();

    public DbSet<SiteCheck> SiteChecks => Set<SiteCheck>();

    /// <summary>Deletes the sites and ports of a conference, those of a poll's candidates too, and notes the time for those who wait.</summary>
    public async Task ClearAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await NoteFreedAsync(SiteBookings.Where(site => site.ConferenceId == conferenceId), cancellationToken);
        await SiteBookings.Where(site => site.ConferenceId == conferenceId).ExecuteDeleteAsync(cancellationToken);
        await PortBookings.Where(ports => ports.ConferenceId == conferenceId).ExecuteDeleteAsync(cancellationToken);
        await Candidates.Where(candidate => candidate.ConferenceId == conferenceId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Notes the times of rows that are about to be deleted, for those who wait.</summary>
    public async Task NoteFreedAsync(IQueryable<SiteBooking> rows, CancellationToken cancellationToken)
    {
        var times = await rows.Select(row => new { row.Start, row.End }).Distinct().ToListAsync(cancellationToken);
        FreedTimes.AddRange(times.Select(time => new FreedTime { From = time.Start, To = time.End }));
        AfterCommit(OfferBell.Of(this).Ring);
    }
}

internal sealed class SqliteBookingStore(DbContextOptions<SqliteBookingStore> options) : BookingStore(options);

internal sealed class PostgresBookingStore(DbContextOptions<PostgresBookingStore> options) : BookingStore(options);

internal sealed class SqliteBookingStoreFactory : SqliteDesignTimeFactory<SqliteBookingStore>;

internal sealed class PostgresBookingStoreFactory() : PostgresDesignTimeFactory<PostgresBookingStore>("booking");

using Conference.Platform.Storage;
using Conference.Requests.Hospitals;
using Conference.Requests.Lifecycle;
using Conference.Requests.Requesting;
using Conference.Requests.Series;
using Conference.Requests.Timeline;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Storage;

internal abstract class RequestsStore(DbContextOptions options) : ServiceStore(options)
{
    public const string Name = "requests";

    public override string Schema => Name;

    public DbSet<AcceptedRequest> Requests => Set<AcceptedRequest>();

    public DbSet<ConferenceState> Conferences => Set<ConferenceState>();

    public DbSet<ConferenceSeries> Series => Set<ConferenceSeries>();

    public DbSet<SeriesOccurrence> Occurrences => Set<SeriesOccurrence>();

    public DbSet<InvolvedHospital> Involved => Set<InvolvedHospital>();

    public DbSet<PrivateText> Texts => Set<PrivateText>();

    public DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    public DbSet<KnownHospital> Hospitals => Set<KnownHospital>();

    public DbSet<KnownHolidays> Holidays => Set<KnownHolidays>();

    public DbSet<IdempotencyKey> Keys => Set<IdempotencyKey>();

    public DbSet<Serial> Serials => Set<Serial>();
}

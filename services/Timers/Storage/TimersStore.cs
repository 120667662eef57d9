using Conference.Platform.Storage;
using Conference.Timers.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Conference.Timers.Storage;

/// <summary>What the Timers service sends, and the cancellations that came before what they cancel. The timers themselves are in Quartz's tables.</summary>
internal abstract class TimersStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "timers";

    public DbSet<EarlyCancellation> EarlyCancellations => Set<EarlyCancellation>();
}

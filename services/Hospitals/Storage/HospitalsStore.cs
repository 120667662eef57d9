using Conference.Hospitals.Closures;
using Conference.Hospitals.ConnectionTests;
using Conference.Hospitals.Contacts;
using Conference.Hospitals.Holidays;
using Conference.Hospitals.Register;
using Conference.Hospitals.Sites;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Storage;

/// <summary>Who takes part, and when the network rests.</summary>
internal abstract class HospitalsStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "hospitals";

    public DbSet<Hospital> Hospitals => Set<Hospital>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<ContactList> Contacts => Set<ContactList>();

    public DbSet<ClosurePlan> Closures => Set<ClosurePlan>();

    public DbSet<ConnectionTest> ConnectionTests => Set<ConnectionTest>();

    public DbSet<HolidayCalendar> Holidays => Set<HolidayCalendar>();
}

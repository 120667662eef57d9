using System.Reflection;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Platform.Storage;
using Conference.Portal;
using Conference.Requests;
using Conference.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Audit;

/// <summary>A migration that was made anew loses what was written into it by hand.</summary>
public sealed class AuditGuardsTests
{
    private static readonly Assembly[] Services =
    [
        typeof(BookingModule).Assembly, typeof(CouncilModule).Assembly, typeof(HospitalsModule).Assembly, typeof(InvitationsModule).Assembly,
        typeof(PortalModule).Assembly, typeof(RequestsModule).Assembly, typeof(TimersModule).Assembly,
    ];

    public static TheoryData<Type> Factories => [.. Services.SelectMany(service => service.GetTypes())
        .Where(type => !type.IsAbstract && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>)))];

    [Fact]
    public void Factories_AreThereForBothStoresOfEveryService() => Factories.Count.ShouldBe(2 * Services.Length);

    [Theory]
    [MemberData(nameof(Factories))]
    public void Migrations_OfEveryStore_GuardItsAuditLog(Type factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        using var store = (ServiceStore)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory), [Array.Empty<string>()])!;

        var script = Script(store);

        foreach (var trigger in new[] { "audit_entries_change BEFORE UPDATE", "audit_entries_delete BEFORE DELETE" })
            script.ShouldContain(trigger);
        store.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private static string Script(ServiceStore store)
    {
        var migrations = store.Database.GetMigrations().ToList();
        migrations.ShouldNotBeEmpty();
        return Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>(store).GenerateScript();
    }
}

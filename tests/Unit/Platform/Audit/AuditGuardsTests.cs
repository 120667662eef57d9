using Conference.Platform.Storage;
using Conference.UnitTests.Architecture;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Audit;

/// <summary>A migration that was made anew loses what was written into it by hand.</summary>
public sealed class AuditGuardsTests
{
    public static TheoryData<Type> Factories => [.. House.StoreFactories];

    [Fact]
    public void Factories_AreThereForBothStoresOfEveryService() => Factories.Count.ShouldBe(2 * House.Services.Length);

    [Theory]
    [MemberData(nameof(Factories))]
    public void Migrations_OfEveryStore_GuardItsAuditLog(Type factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        using var store = House.Open(factory);

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

using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Closures;

/// <summary>When a site cannot take part: read and replaced whole. A site without one is never closed.</summary>
internal sealed class ClosurePlan
{
    public required string SiteId { get; init; }

    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<Closure> Closures { get; private set; } = [];

    public IReadOnlyList<WeeklyClosure> Weekly { get; private set; } = [];

    public bool ClosedOnHolidays { get; private set; }

    public void Replace(IReadOnlyList<Closure> closures, IReadOnlyList<WeeklyClosure> weekly, bool closedOnHolidays)
    {
        Closures = closures;
        Weekly = weekly;
        ClosedOnHolidays = closedOnHolidays;
        Version++;
    }

    public SiteClosuresChanged ToChanged() => new()
    {
        SiteId = SiteId,
        HospitalId = HospitalId,
        Version = Version,
        Closures = Closures,
        Weekly = Weekly,
        ClosedOnHolidays = ClosedOnHolidays,
    };
}

internal sealed class ClosurePlanMapping : IEntityTypeConfiguration<ClosurePlan>
{
    public void Configure(EntityTypeBuilder<ClosurePlan> builder)
    {
        builder.ToTable("closure_plans");
        builder.HasKey(plan => plan.SiteId);
        builder.Property(plan => plan.SiteId).HasMaxLength(20);
        builder.Property(plan => plan.HospitalId).HasMaxLength(10);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.Property(plan => plan.Closures).HasJsonConversion();
        builder.Property(plan => plan.Weekly).HasJsonConversion();
        builder.HasIndex(plan => plan.HospitalId);
    }
}

using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Hospitals;

/// <summary>All holidays, one row: a time that was fixed on one of them is warned about.</summary>
internal sealed class KnownHolidays
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public long Version { get; set; }

    public IReadOnlyList<Holiday> Holidays { get; set; } = [];

    public static async Task<IReadOnlyList<Holiday>> ReadAsync(RequestsStore store, CancellationToken cancellationToken) =>
        (await store.Holidays.AsNoTracking().SingleOrDefaultAsync(known => known.Id == TheOne, cancellationToken))?.Holidays ?? [];
}

internal sealed class KnownHolidaysMapping : IEntityTypeConfiguration<KnownHolidays>
{
    public void Configure(EntityTypeBuilder<KnownHolidays> builder)
    {
        builder.ToTable("holidays").HasKey(known => known.Id);
        builder.Property(known => known.Id).ValueGeneratedNever();
        builder.Property(known => known.Holidays).HasJsonConversion();
    }
}

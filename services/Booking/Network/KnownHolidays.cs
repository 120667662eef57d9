using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Network;

/// <summary>All holidays, one row, from HolidaysChanged.</summary>
internal sealed class KnownHolidays
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public long Version { get; set; }

    public required IReadOnlyList<Holiday> Holidays { get; set; }
}

internal sealed class KnownHolidaysMapping : IEntityTypeConfiguration<KnownHolidays>
{
    public void Configure(EntityTypeBuilder<KnownHolidays> builder)
    {
        builder.ToTable("holidays").HasKey(holidays => holidays.Id);
        builder.Property(holidays => holidays.Id).ValueGeneratedNever();
        builder.Property(holidays => holidays.Holidays).HasJsonConversion();
    }
}

using Conference.Contracts.Hospitals;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Holidays;

/// <summary>The days on which the network rests. There is one: read and replaced whole.</summary>
internal sealed class HolidayCalendar
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public long Version { get; private set; }

    public IReadOnlyList<Holiday> Holidays { get; private set; } = [];

    public void Replace(IReadOnlyList<Holiday> holidays)
    {
        Holidays = holidays;
        Version++;
    }

    public HolidaysChanged ToChanged() => new() { Version = Version, Holidays = Holidays };
}

internal sealed class HolidayCalendarMapping : IEntityTypeConfiguration<HolidayCalendar>
{
    public void Configure(EntityTypeBuilder<HolidayCalendar> builder)
    {
        builder.ToTable("holiday_calendar");
        builder.HasKey(calendar => calendar.Id);
        builder.Property(calendar => calendar.Id).ValueGeneratedNever();
        builder.Property(calendar => calendar.Version).IsConcurrencyToken();
        builder.Property(calendar => calendar.Holidays).HasJsonConversion();
    }
}

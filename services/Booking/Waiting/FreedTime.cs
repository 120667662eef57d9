using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Waiting;

/// <summary>
/// A stretch in which something was given back and those who wait have not been offered it yet. Written in the
/// transaction that gives back, deleted after the offers: a process that dies between them leaves it to the next.
/// </summary>
internal sealed class FreedTime
{
    public long Id { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Any time: what has changed is not about one slot.</summary>
    public static FreedTime Any => new() { From = DateTimeOffset.UnixEpoch, To = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) };
}

internal sealed class FreedTimeMapping : IEntityTypeConfiguration<FreedTime>
{
    public void Configure(EntityTypeBuilder<FreedTime> builder) => builder.ToTable("freed_times").HasKey(freed => freed.Id);
}

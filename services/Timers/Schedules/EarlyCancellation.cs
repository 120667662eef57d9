using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Timers.Schedules;

/// <summary>A cancellation that found no timer: should the timer still come, it is not set.</summary>
internal sealed class EarlyCancellation
{
    public required Guid Token { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class EarlyCancellationMapping : IEntityTypeConfiguration<EarlyCancellation>
{
    public void Configure(EntityTypeBuilder<EarlyCancellation> builder)
    {
        builder.ToTable("early_cancellations");
        builder.HasKey(cancellation => cancellation.Token);
        builder.HasIndex(cancellation => cancellation.At);
    }
}

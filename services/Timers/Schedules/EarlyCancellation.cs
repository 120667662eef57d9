using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Timers.Schedules;

/// <summary>
/// A cancellation that may have been earlier than its timer: should the timer still come, it is not set. Kept also where a
/// timer was found, for what set it can have died before its inbox knew, and the message comes again.
/// </summary>
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

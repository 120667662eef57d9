using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Lifecycle;

internal sealed class ConferenceStateMapping : IEntityTypeConfiguration<ConferenceState>
{
    public void Configure(EntityTypeBuilder<ConferenceState> builder)
    {
        builder.ToTable("conferences");
        builder.HasKey(state => state.CorrelationId);
        builder.Property(state => state.CorrelationId).ValueGeneratedNever();
        builder.Property(state => state.CurrentState).HasMaxLength(20);
        builder.Property(state => state.Number).HasMaxLength(20);
        builder.Property(state => state.RequestedBy).HasMaxLength(200);
        builder.HasIndex(state => state.CurrentState);
        builder.HasIndex(state => state.SeriesId);
        builder.HasIndex(state => state.PendingSince);
        builder.HasIndex(state => state.NextMoment);
        builder.HasIndex(state => state.Number).IsUnique();

        builder.Property(state => state.Request).HasJsonConversion();
        builder.Property(state => state.Slot).HasJsonConversion();
        builder.Property(state => state.LeftOut).HasJsonConversion();
        builder.Property(state => state.Reasons).HasJsonConversion();
        builder.Property(state => state.Warnings).HasJsonConversion();
        builder.Property(state => state.Explanation).HasJsonConversion();
        builder.Property(state => state.Disruption).HasJsonConversion();
        builder.Property(state => state.SlotNews).HasJsonConversion();
        builder.Property(state => state.Replies).HasJsonConversion();
        builder.Property(state => state.SameTime).HasJsonConversion();
        builder.Property(state => state.Declined).HasJsonConversion();
        builder.Property(state => state.Move).HasJsonConversion();
        builder.Property(state => state.Poll).HasJsonConversion();
        builder.Property(state => state.Attendance).HasJsonConversion();
    }
}

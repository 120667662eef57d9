using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Timeline;

/// <summary>One step of a conference's history.</summary>
internal sealed class TimelineRow
{
    public long Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? From { get; init; }

    public required string To { get; init; }

    public required int Revision { get; init; }

    public required string Code { get; init; }

    public required string Ja { get; init; }

    public required string En { get; init; }

    public required string By { get; init; }

    /// <summary>What the person wrote who did it, as a private text.</summary>
    public Guid? NoteId { get; init; }
}

internal sealed class TimelineRowMapping : IEntityTypeConfiguration<TimelineRow>
{
    public void Configure(EntityTypeBuilder<TimelineRow> builder)
    {
        builder.ToTable("timeline");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.From).HasMaxLength(20);
        builder.Property(row => row.To).HasMaxLength(20);
        builder.Property(row => row.Code).HasMaxLength(60);
        builder.Property(row => row.By).HasMaxLength(200);
        builder.HasIndex(row => new { row.ConferenceId, row.Id });
    }
}

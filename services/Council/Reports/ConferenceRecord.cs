using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Council.Reports;

/// <summary>
/// Who took part in a conference. Kept apart from the conference itself: the record may come first.
/// </summary>
internal sealed class ConferenceRecord
{
    public required Guid ConferenceId { get; init; }

    public long Version { get; private set; }

    public IReadOnlyList<AttendanceEntry> Attendance { get; private set; } = [];

    public static ConferenceRecord Of(ConferenceRecorded message)
    {
        var record = new ConferenceRecord { ConferenceId = message.ConferenceId };
        record.Set(message);
        return record;
    }

    /// <summary>Takes over a newer version and ignores any other.</summary>
    public void Take(ConferenceRecorded message)
    {
        if (message.Version > Version)
            Set(message);
    }

    private void Set(ConferenceRecorded message)
    {
        Version = message.Version;
        Attendance = message.Attendance;
    }
}

internal sealed class ConferenceRecordMapping : IEntityTypeConfiguration<ConferenceRecord>
{
    public void Configure(EntityTypeBuilder<ConferenceRecord> builder)
    {
        builder.ToTable("records");
        builder.HasKey(record => record.ConferenceId);
        builder.Property(record => record.ConferenceId).ValueGeneratedNever();
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.Property(record => record.Attendance).HasJsonConversion();
    }
}

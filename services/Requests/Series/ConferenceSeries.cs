using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Series;

/// <summary>How far a series is as a whole.</summary>
internal static class SeriesState
{
    /// <summary>Nobody is invited before all are held.</summary>
    public const string Gathering = "Gathering";

    /// <summary>Its conferences go their ways.</summary>
    public const string Running = "Running";

    /// <summary>Not all could be held, and all were given back.</summary>
    public const string Failed = "Failed";

    /// <summary>Nothing of it is still to come. Never stored: it follows from the conferences.</summary>
    public const string Ended = "Ended";
}

/// <summary>The parent of a series (定例): its rule and what was asked for. Each occurrence is a conference of its own.</summary>
internal sealed class ConferenceSeries
{
    public required Guid SeriesId { get; init; }

    /// <summary>That of its first conference.</summary>
    public required string Number { get; init; }

    public required string State { get; set; }

    /// <summary>What was asked for, as changed since for all; its title is one that other services may see.</summary>
    public required ConferenceRequest Request { get; set; }

    /// <summary>The title as it was typed, a private text.</summary>
    public required Guid TitleId { get; set; }

    /// <summary>The rule, and what was moved since.</summary>
    public required SeriesRecurrence Recurrence { get; set; }

    public required SeriesCommit Commit { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public IReadOnlyList<SeriesChange> Changes { get; set; } = [];
}

/// <summary>One occurrence: the time that the rule gave, and the conference that came of it.</summary>
internal sealed class SeriesOccurrence
{
    public required Guid SeriesId { get; init; }

    /// <summary>By it the occurrence is known for ever (RECURRENCE-ID).</summary>
    public required DateTimeOffset OriginalStart { get; init; }

    /// <summary>Null where it was left out.</summary>
    public Guid? ConferenceId { get; init; }

    /// <summary>Why it was moved or left out.</summary>
    public Remark? Note { get; init; }
}

internal sealed class ConferenceSeriesMapping : IEntityTypeConfiguration<ConferenceSeries>, IEntityTypeConfiguration<SeriesOccurrence>
{
    public void Configure(EntityTypeBuilder<ConferenceSeries> builder)
    {
        builder.ToTable("series");
        builder.HasKey(series => series.SeriesId);
        builder.Property(series => series.Number).HasMaxLength(20);
        builder.HasIndex(series => series.Number).IsUnique();
        builder.Property(series => series.State).HasMaxLength(20);
        builder.Property(series => series.Commit).HasConversion<string>().HasMaxLength(20);
        builder.Property(series => series.RequestedBy).HasMaxLength(200);
        builder.Property(series => series.Request).HasJsonConversion();
        builder.Property(series => series.Recurrence).HasJsonConversion();
        builder.Property(series => series.Changes).HasJsonConversion();
    }

    public void Configure(EntityTypeBuilder<SeriesOccurrence> builder)
    {
        builder.ToTable("series_occurrences");
        builder.HasKey(occurrence => new { occurrence.SeriesId, occurrence.OriginalStart });
        builder.Property(occurrence => occurrence.Note).HasJsonConversion();
        builder.HasIndex(occurrence => occurrence.ConferenceId).IsUnique();
    }
}

using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Requesting;

/// <summary>A request as it was accepted; what became of it is the lifecycle's.</summary>
internal sealed class AcceptedRequest
{
    public required Guid ConferenceId { get; init; }

    public required string Number { get; init; }

    /// <summary>The series that it is an occurrence of; null for a single conference.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>Whether nobody is invited before all of the series are held.</summary>
    public bool AwaitsSeries { get; init; }

    public required ConferenceRequest Request { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}

internal sealed class AcceptedRequestMapping : IEntityTypeConfiguration<AcceptedRequest>
{
    public void Configure(EntityTypeBuilder<AcceptedRequest> builder)
    {
        builder.ToTable("requests");
        builder.HasKey(request => request.ConferenceId);
        builder.Property(request => request.Number).HasMaxLength(20);
        builder.HasIndex(request => request.Number).IsUnique();
        builder.Property(request => request.RequestedBy).HasMaxLength(200);
        builder.Property(request => request.Request).HasJsonConversion();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Storage;

/// <summary>
/// What somebody typed: a title, a reason, minutes. It may name a patient against all rules, so it stays in this
/// store; messages carry its id.
/// </summary>
internal sealed class PrivateText
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string Text { get; init; }
}

internal sealed class PrivateTextMapping : IEntityTypeConfiguration<PrivateText>
{
    public void Configure(EntityTypeBuilder<PrivateText> builder)
    {
        builder.ToTable("private_texts");
        builder.HasKey(text => text.Id);
        builder.HasIndex(text => text.ConferenceId);
    }
}

using System.Text.Json;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Booking.Holds;

/// <summary>The answer that a command got. The same command gets it again, whatever has happened since.</summary>
internal sealed class GivenAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required Guid ConferenceId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Name of the command: <c>HoldSlot</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Name of the answer: <c>SlotHeld</c>.</summary>
    public required string Answer { get; set; }

    public required string Body { get; set; }

    public required DateTimeOffset GivenAt { get; set; }

    public static GivenAnswer To(string command, Guid conferenceId, int revision, object answer, DateTimeOffset now) => new()
    {
        ConferenceId = conferenceId,
        Revision = revision,
        Command = command,
        Answer = answer.GetType().Name,
        Body = Write(answer),
        GivenAt = now,
    };

    /// <summary>The command is answered otherwise from here on.</summary>
    public void Replace(object answer, DateTimeOffset now) => (Answer, Body, GivenAt) = (answer.GetType().Name, Write(answer), now);

    public object Again() => Answer switch
    {
        nameof(SlotHeld) => Read<SlotHeld>(),
        nameof(CandidatesHeld) => Read<CandidatesHeld>(),
        nameof(SlotUnavailable) => Read<SlotUnavailable>(),
        nameof(SlotConfirmed) => Read<SlotConfirmed>(),
        _ => throw new InvalidOperationException($"{Answer} is no answer of Booking's."),
    };

    private static string Write(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), Json);

    private T Read<T>() => JsonSerializer.Deserialize<T>(Body, Json)!;
}

internal sealed class GivenAnswerMapping : IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("answers").HasKey(answer => new { answer.ConferenceId, answer.Revision, answer.Command });
        builder.Property(answer => answer.Command).HasMaxLength(20);
        builder.Property(answer => answer.Answer).HasMaxLength(20);
    }
}

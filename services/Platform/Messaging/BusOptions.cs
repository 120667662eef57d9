using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Messaging;

/// <summary>Settings of the bus, section <c>Bus</c>.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Bus";

    /// <summary>
    /// The broker's amqp or amqps URL; those of a cluster's nodes are separated by commas. Empty, the default: messages
    /// stay in this process and survive it in the outboxes.
    /// </summary>
    public string? RabbitMq { get; set; }

    /// <summary>How many messages each queue works on at once; 1 to 1,000, default 16.</summary>
    [Range(1, 1000, ErrorMessage = "Bus:Prefetch must be from 1 to 1000.")]
    public int Prefetch { get; set; } = 16;

    /// <summary>For how long a message that took effect is known as such; 1 hour to 365 days, default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00", ErrorMessage = "Bus:InboxWindow must be from 01:00:00 to 365.00:00:00.")]
    public TimeSpan InboxWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// After how long a message that a consumer gave up on is tried again; 1 second to 1 day, default 1 minute. Part of
    /// the waiting queues of RabbitMQ: a change there needs them deleted once they are empty.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Bus:RetryFailedAfter must be from 00:00:01 to 1.00:00:00.")]
    public TimeSpan RetryFailedAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often that happens before RabbitMQ's error queue takes the message for an operator to look at; 0 to 1,000,
    /// default 10. In the embedded mode it happens without end: there is no queue to put it aside.
    /// </summary>
    [Range(0, 1000, ErrorMessage = "Bus:Redeliveries must be from 0 to 1000.")]
    public int Redeliveries { get; set; } = 10;

    /// <summary>
    /// For how long a message that RabbitMQ took stays in the outbox; 0, the default, to 1 day, and less than
    /// <see cref="InboxWindow"/>. A restored database can then send again what the lost broker had: what took effect before
    /// the backup has no second effect.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Bus:KeepSentFor must be from 00:00:00 to 1.00:00:00.")]
    public TimeSpan KeepSentFor { get; set; }

    /// <summary>Whether the bus is in this process.</summary>
    public bool IsEmbedded => string.IsNullOrEmpty(RabbitMq);

    /// <summary>The broker's nodes; empty when the bus is in this process.</summary>
    internal IReadOnlyList<Uri> Brokers =>
        [.. (RabbitMq ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(node => new Uri(node))];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeepSentFor >= InboxWindow)
            yield return new ValidationResult("Bus:KeepSentFor must be less than Bus:InboxWindow: what is sent again would have its effect twice.");
    }

    // The path is the virtual host, one name.
    internal static bool IsBroker(string node) =>
        Uri.TryCreate(node, UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps" && !broker.AbsolutePath.Trim('/').Contains('/');

    internal static bool IsEncrypted(Uri broker) => broker.Scheme == "amqps";

    // .NET knows no default port of these schemes.
    internal static int PortOf(Uri broker) => broker.Port > 0 ? broker.Port : IsEncrypted(broker) ? 5671 : 5672;
}

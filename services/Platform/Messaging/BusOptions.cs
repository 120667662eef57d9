using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Messaging;

/// <summary>Settings of the bus, section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Bus";

    /// <summary>The broker's amqp or amqps URL. Empty, the default: messages stay in this process and survive it in the outboxes.</summary>
    public Uri? RabbitMq { get; set; }

    /// <summary>How many messages each queue works on at once; 1 to 1,000, default 16.</summary>
    [Range(1, 1000)]
    public int Prefetch { get; set; } = 16;

    /// <summary>For how long a message that took effect is known as such; 1 hour to 365 days, default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan InboxWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// In-memory bus only: after how long a message that a consumer gave up on is tried again; 1 second to 1 day,
    /// default 1 minute. With RabbitMQ it waits in the error queue.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryFailedAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the bus is in this process.</summary>
    public bool IsEmbedded => RabbitMq is null;
}
